package io.axptoken.server.command.check;

import io.axptoken.client.transport.HttpProxy;
import io.axptoken.server.settings.AxpSettings;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The way to a platform.
 *
 * @param host its name or address, without brackets
 * @param port its port
 * @param tls whether it is called over HTTPS
 * @param proxy the proxy on the way, or {@code null}; plain HTTP uses none
 * @param anchors certificates to trust besides the usual ones, or {@code null}
 */
record Route(
    String host, int port, boolean tls, @Nullable HttpProxy proxy, @Nullable Path anchors) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  static Route of(AxpSettings axp) {
    URI uri = axp.baseUri();
    boolean tls = "https".equalsIgnoreCase(uri.getScheme());
    int port = uri.getPort() > 0 ? uri.getPort() : tls ? HTTPS : HTTP;
    return new Route(
        uri.getHost().replaceAll("[\\[\\]]", ""),
        port,
        tls,
        tls ? axp.httpProxy() : null,
        axp.caCertificatePath());
  }

  /** The name of the first hop. */
  String firstHost() {
    return proxy == null ? host : proxy.host();
  }

  /** The port of the first hop. */
  int firstPort() {
    return proxy == null ? port : proxy.port();
  }

  /** The setting that names the first hop. */
  String firstKey() {
    return proxy == null ? "axp.hostName" : "axp.httpProxy";
  }
}
