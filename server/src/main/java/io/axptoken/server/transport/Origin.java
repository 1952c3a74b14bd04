package io.axptoken.server.transport;

import java.net.URI;

/**
 * What a connection leads to, and so which calls it may carry.
 *
 * @param host as in the URI, an IPv6 address without its brackets
 */
record Origin(boolean tls, String host, int port) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** That of a URI with a host. */
  static Origin of(URI uri) {
    boolean tls = "https".equalsIgnoreCase(uri.getScheme());
    int port = uri.getPort() >= 0 ? uri.getPort() : usualPort(tls);
    return new Origin(tls, withoutBrackets(uri.getHost()), port);
  }

  /** The value of the {@code Host} header (RFC 9110, section 7.2). */
  String authority() {
    String name = host.indexOf(':') < 0 ? host : '[' + host + ']';
    return port == usualPort(tls) ? name : name + ':' + port;
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static int usualPort(boolean tls) {
    return tls ? HTTPS : HTTP;
  }
}
