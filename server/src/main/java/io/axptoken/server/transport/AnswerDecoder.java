package io.axptoken.server.transport;

import io.axptoken.client.transport.Transport;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.util.ReferenceCountUtil;

/** Makes answers of bytes, and lets none in that no request has asked for. */
final class AnswerDecoder extends HttpResponseDecoder {
  private static final HttpDecoderConfig BOUNDS =
      new HttpDecoderConfig()
          .setMaxInitialLineLength(4096)
          .setMaxHeaderSize(Transport.MAX_HEAD_BYTES)
          .setMaxChunkSize(8192);

  private final Connection connection;

  AnswerDecoder(Connection connection) {
    super(BOUNDS);
    this.connection = connection;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
    if (connection.isAsked()) {
      super.channelRead(context, bytes);
    } else {
      ReferenceCountUtil.release(bytes);
      connection.unasked();
    }
  }

  /** Whether there is the beginning of something behind the answer. */
  boolean hasMore() {
    return actualReadableBytes() > 0;
  }
}
