package io.axptoken.service.http.origin;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The server's own origin, as the caller sees it. A bare {@code Host} does not prove it: anybody's
 * domain may be pointed at this server, and its pages would then pass for ours (DNS rebinding). An
 * address cannot be pointed elsewhere, and over TLS the certificate proves the name.
 */
public final class OwnOrigin {
  private final String listenHost;
  private final TrustedProxies proxies;

  public OwnOrigin(String listenHost, TrustedProxies proxies) {
    this.listenHost = listenHost;
    this.proxies = proxies;
  }

  /**
   * The origin under which the caller reached this server, or {@code null} if nothing proves it.
   */
  public @Nullable String of(HttpServerRequest request) {
    String scheme = request.isSSL() ? "https" : "http";
    HostAndPort authority = request.authority();
    String host = authority == null || authority.host().isEmpty() ? null : authority.toString();
    if (proxies.trusts(request.remoteAddress().hostAddress())) {
      scheme = Objects.requireNonNullElse(ForwardingHeaders.scheme(request.headers()), scheme);
      String outside = ForwardingHeaders.host(request.headers());
      host = outside == null ? host : outside;
    } else if (authority != null && !request.isSSL() && !isOurs(authority.host())) {
      return null;
    }
    return host == null || host.isEmpty() ? null : scheme + "://" + host;
  }

  private boolean isOurs(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equalsIgnoreCase(listenHost)
        || NetUtil.isValidIpV4Address(host)
        || NetUtil.isValidIpV6Address(host);
  }
}
