package io.axptoken.service.http.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/**
 * Ends a connection of TLS 1.2 whose client begins a second handshake: each costs us a signature,
 * and a client could ask for them without end (CVE-2011-1473). TLS 1.3 has no such thing. The JDK
 * can refuse it as well, but only by a property of the whole process that has to be set before
 * anybody in it speaks TLS.
 */
public final class Renegotiation extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = System.getLogger(Renegotiation.class.getName());
  private static final String NAME = Renegotiation.class.getSimpleName();
  private static final String HAS_IT = "TLSv1.2";

  private final SSLEngine engine;

  private Renegotiation(SSLEngine engine) {
    this.engine = engine;
  }

  /** Watches a connection whose handshake is done; to be called on its event loop. */
  public static void refuse(HttpConnection connection) {
    if (connection.isSsl() && connection instanceof ConnectionBase known) {
      refuse(known.channel().pipeline());
    }
  }

  private static void refuse(ChannelPipeline pipeline) {
    ChannelHandlerContext tls = pipeline.context(SslHandler.class);
    SSLEngine engine = ((SslHandler) tls.handler()).engine();
    if (HAS_IT.equals(engine.getSession().getProtocol())) {
      pipeline.addAfter(tls.name(), NAME, new Renegotiation(engine));
    }
  }

  /**
   * A handshake takes at least one further message of the client's, so that none is over within
   * what was read at once.
   */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING) {
      context.fireChannelReadComplete();
    } else {
      LOG.log(Level.DEBUG, "connection ended: its client renegotiates");
      var _ = context.close();
    }
  }
}
