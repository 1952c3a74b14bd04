package io.axptoken.service.http.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Marks the requests of HTTP/1 whose version is none of ours as unreadable, so that they are
 * answered as those are; Vert.x would answer them itself, and say nothing but a number.
 */
public final class KnownVersions extends ChannelInboundHandlerAdapter {
  private static final String NAME = KnownVersions.class.getSimpleName();
  private static final DecoderResult UNKNOWN = DecoderResult.failure(new UnknownVersion());
  private static final KnownVersions INSTANCE = new KnownVersions();

  private KnownVersions() {}

  /** Why a request is unreadable. */
  public static final class UnknownVersion extends Exception {
    private static final long serialVersionUID = 1;

    private UnknownVersion() {
      super("a version of HTTP that is not ours", null, false, false);
    }
  }

  /** Begins with a connection of HTTP/1; to be called on its event loop. */
  public static void mark(HttpConnection connection) {
    if (connection instanceof ConnectionBase known) {
      ChannelPipeline pipeline = known.channel().pipeline();
      pipeline.addBefore(pipeline.lastContext().name(), NAME, INSTANCE);
    }
  }

  @Override
  public boolean isSharable() {
    return true;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request
        && !isKnown(request.protocolVersion())
        && request.decoderResult().isSuccess()) {
      request.setDecoderResult(UNKNOWN);
      request.setProtocolVersion(HttpVersion.HTTP_1_1);
    }
    context.fireChannelRead(message);
  }

  // The decoder gives ours as these constants, and http/1.1, which is equal to one, is none of
  // them.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isKnown(HttpVersion version) {
    return version == HttpVersion.HTTP_1_1 || version == HttpVersion.HTTP_1_0;
  }
}
