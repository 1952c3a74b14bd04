package io.axptoken.service.http.connection;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.util.AsciiString;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * The decoder of HTTP/1.1, with a limit on how many fields a message has. A field of three bytes
 * takes more than a hundred of memory: heads within their bytes, left unfinished on the connections
 * of one address, would fill the heap. HTTP/2 adds 32 bytes for each field (RFC 9113, 6.5.2).
 */
public final class HeadDecoder extends VertxHttpRequestDecoder {
  /** As many as Envoy and Apache take. */
  public static final int MAX_FIELDS = 100;

  private int fields;

  private HeadDecoder(Http1ServerConfig config) {
    super(config);
  }

  /** Takes the place of Vert.x' own on a connection that has sent nothing yet. */
  public static void install(HttpConnection connection, Http1ServerConfig config) {
    // There is no other way to the decoder.
    ChannelPipeline pipeline = ((ConnectionBase) connection).channel().pipeline();
    pipeline.replace(VertxHttpRequestDecoder.class, null, new HeadDecoder(config));
  }

  @Override
  protected HttpMessage createMessage(String[] initialLine) {
    fields = 0;
    return super.createMessage(initialLine);
  }

  /** Called for each field; trailers count with the head. */
  @Override
  protected AsciiString splitHeaderName(byte[] text, int start, int length) {
    fields++;
    if (fields > MAX_FIELDS) {
      throw new TooManyFields();
    }
    return super.splitHeaderName(text, start, length);
  }

  /** A head has more fields than are taken. */
  public static final class TooManyFields extends TooLongFrameException {
    private static final long serialVersionUID = 1L;
  }
}
