package io.axptoken.client.transport;

import io.axptoken.client.Secret;
import io.axptoken.client.transport.TransportException.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way of the JDK's HTTP client to the platform, and what a failure on that way means. */
final class JdkRoute {
  private static final String TUNNEL_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";
  private static final Pattern TUNNEL_FAILED = Pattern.compile("Tunnel failed, got: (\\d{3})");
  private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

  private final @Nullable HttpProxy proxy;
  private final @Nullable Secret authorization;

  /**
   * By this proxy, or {@code null} for the system's own setting.
   *
   * @throws IllegalArgumentException when the proxy wants credentials and the JDK sends none
   */
  JdkRoute(@Nullable HttpProxy proxy) {
    this.proxy = proxy;
    this.authorization = proxy == null ? null : proxy.authorization();
    if (authorization != null && !sendsCredentials(System.getProperty(TUNNEL_SCHEMES))) {
      throw new IllegalArgumentException(
          "The JDK sends a proxy no user and password for https unless the JVM is started with -D"
              + TUNNEL_SCHEMES
              + "= (with nothing after the equals sign)");
    }
  }

  /** Basic is among those disabled by default. */
  private static boolean sendsCredentials(@Nullable String disabled) {
    return disabled != null
        && List.of(disabled.split("\\s*,\\s*", -1)).stream().noneMatch("basic"::equalsIgnoreCase);
  }

  void configure(HttpClient.Builder client) {
    if (proxy != null) {
      client.proxy(new Selector(proxy));
    }
  }

  /* The JDK sends it to the proxy alone; asked for it first, it would not know whose it is. */
  void authorize(HttpRequest.Builder request, URI uri) {
    if (authorization != null && isTunnelled(uri)) {
      request.setHeader("proxy-authorization", authorization.reveal());
    }
  }

  /** Whether an answer that came before anything was sent is the proxy's, who wants credentials. */
  boolean isRefusal(URI uri, int status) {
    return isTunnelled(uri) && status == PROXY_AUTHENTICATION_REQUIRED;
  }

  /** What a failure means that came before anything was sent. */
  Reason before(URI uri, TransportException failure) {
    if (!isTunnelled(uri)) {
      return failure.reason();
    }
    return switch (failure.reason()) {
      case CONNECT_FAILED, UNKNOWN_HOST -> Reason.PROXY_UNREACHABLE;
      case TIMED_OUT -> Reason.PROXY_TIMED_OUT;
      case BROKEN -> broken(failure.getCause());
      default -> failure.reason();
    };
  }

  private static Reason broken(@Nullable Throwable cause) {
    String message = cause == null ? null : cause.getMessage();
    Matcher tunnel = TUNNEL_FAILED.matcher(message == null ? "" : message);
    if (!tunnel.find()) {
      return Reason.PROXY_UNREACHABLE;
    }
    return tunnel.group(1).startsWith("5") ? Reason.PROXY_FAILED : Reason.PROXY_REFUSED;
  }

  private boolean isTunnelled(URI uri) {
    return proxy != null && "https".equalsIgnoreCase(uri.getScheme());
  }

  /** Looks the proxy's name up anew for each connection. */
  private static final class Selector extends ProxySelector {
    private final List<Proxy> tunnel;

    Selector(HttpProxy proxy) {
      tunnel =
          List.of(
              new Proxy(
                  Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
    }

    @Override
    public List<Proxy> select(URI uri) {
      return "https".equalsIgnoreCase(uri.getScheme()) ? tunnel : List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      // The call that suffers says so.
    }
  }
}
