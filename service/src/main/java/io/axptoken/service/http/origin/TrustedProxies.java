package io.axptoken.service.http.origin;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proxies whose forwarding headers are believed. Nobody else's are: a caller who sends them is
 * still known by the address of the connection.
 */
public final class TrustedProxies {
  private final List<IpSubnetFilterRule> rules;

  /** Takes CIDRs such as {@code 10.0.0.0/8}, checked before. */
  public TrustedProxies(List<String> cidrs) {
    this.rules = cidrs.stream().map(TrustedProxies::rule).toList();
  }

  /** The address of the client: the first hop from the right that is no trusted proxy. */
  public String clientAddress(HttpServerRequest request) {
    String peer = request.remoteAddress().hostAddress();
    if (!trusts(peer)) {
      return peer;
    }
    String client = peer;
    List<String> hops = ForwardingHeaders.hops(request.headers());
    for (int i = hops.size() - 1; i >= 0 && trusts(client); i--) {
      if (addressOf(hops.get(i)) == null) {
        return client;
      }
      client = hops.get(i);
    }
    return client;
  }

  /**
   * Whether the client itself came over TLS.
   *
   * @param trusted whether the peer is a trusted proxy, whose word is then taken
   */
  public boolean isSecure(HttpServerRequest request, boolean trusted) {
    String outside = trusted ? ForwardingHeaders.scheme(request.headers()) : null;
    return outside == null ? request.isSSL() : outside.equalsIgnoreCase("https");
  }

  /** Whether the headers of who connects from this address are believed. */
  public boolean trusts(String address) {
    if (rules.isEmpty()) {
      return false;
    }
    InetAddress parsed = addressOf(address);
    if (parsed == null) {
      return false;
    }
    InetSocketAddress socketAddress = new InetSocketAddress(parsed, 0);
    return rules.stream().anyMatch(rule -> rule.matches(socketAddress));
  }

  private static @Nullable InetAddress addressOf(String text) {
    return NetUtil.createInetAddressFromIpAddressString(text);
  }

  private static IpSubnetFilterRule rule(String cidr) {
    int slash = cidr.indexOf('/');
    if (slash < 0) {
      int wholeAddress = cidr.indexOf(':') < 0 ? Integer.SIZE : 2 * Long.SIZE;
      return new IpSubnetFilterRule(cidr, wholeAddress, IpFilterRuleType.ACCEPT);
    }
    int prefix = Integer.parseInt(cidr.substring(slash + 1));
    return new IpSubnetFilterRule(cidr.substring(0, slash), prefix, IpFilterRuleType.ACCEPT);
  }
}
