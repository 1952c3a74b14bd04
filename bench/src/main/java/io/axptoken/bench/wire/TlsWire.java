package io.axptoken.bench.wire;

import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** TLS 1.3 over connections, from either side. */
public final class TlsWire {
  private static final String[] VERSIONS = {"TLSv1.3"};

  private TlsWire() {}

  /** The side that calls; the connection must block until its handshake is over. */
  public static Wire client(SSLContext context) {
    return channel -> channel(channel, context, true).handshaken();
  }

  /** The side that is called; its handshake happens while it reads. */
  public static Wire server(SSLContext context) {
    return channel -> channel(channel, context, false);
  }

  private static TlsChannel channel(SocketChannel channel, SSLContext context, boolean client) {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(client);
    engine.setEnabledProtocols(VERSIONS);
    return new TlsChannel(channel, engine);
  }
}
