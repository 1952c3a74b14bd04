package io.axptoken.service.http.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import org.jspecify.annotations.Nullable;

/**
 * Holds back what one connection has to send until its event loop has read all that is there to
 * read, and then sends it together with what others have. The dearest part of sending is to wake
 * who waits for it: a platform or a proxy that is sent twenty requests in a row is woken once. An
 * event loop that has nothing else to read sends at once.
 */
public final class GatheredFlush extends ChannelOutboundHandlerAdapter {
  private static final String NAME = GatheredFlush.class.getSimpleName();

  private @Nullable ChannelHandlerContext held;

  private GatheredFlush() {}

  /** Begins with a connection; to be called on its event loop. */
  public static void of(HttpConnection connection) {
    // Vert.x has no other way to its channel; were this one closed, all would work, but slower.
    if (connection instanceof ConnectionBase known) {
      var _ = addTo(known.channel().pipeline());
    }
  }

  /** Next to the socket, so that TLS has encrypted what is held. */
  public static GatheredFlush addTo(ChannelPipeline pipeline) {
    var added = new GatheredFlush();
    pipeline.addFirst(NAME, added);
    return added;
  }

  /** Whether something is held back, so that nothing of it has been sent. */
  public boolean isHolding() {
    return held != null;
  }

  @Override
  public void flush(ChannelHandlerContext context) {
    if (held == null) {
      held = context;
      EventLoopTurn.current().add(this, context.executor());
    }
  }

  /** Sends what is held. */
  void release() {
    ChannelHandlerContext context = held;
    if (context != null) {
      held = null;
      context.flush();
    }
  }

  /* What was written before the end is to be sent before the end. */

  @Override
  public void disconnect(ChannelHandlerContext context, ChannelPromise promise) throws Exception {
    release();
    super.disconnect(context, promise);
  }

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise promise) throws Exception {
    release();
    super.close(context, promise);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    release();
  }
}
