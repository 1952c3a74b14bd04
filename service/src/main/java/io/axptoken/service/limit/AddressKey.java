package io.axptoken.service.limit;

import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Under which keys an address is counted. IPv4 is counted as it is. IPv6 is counted by its /64,
 * which is one customer's network, and by its /48, which is the largest that one customer gets: who
 * has one could come from 65,536 networks of the smaller kind.
 *
 * @param host the address, or its /64
 * @param site the /48, or {@code null} for IPv4
 */
public record AddressKey(String host, @Nullable String site) {
  private static final int HOST_BYTES = 8;
  private static final int SITE_BYTES = 6;

  public static AddressKey of(String address) {
    if (address.indexOf(':') < 0) {
      return new AddressKey(address, null);
    }
    return switch (NetUtil.createInetAddressFromIpAddressString(address)) {
      case Inet6Address ipv6 -> {
        String host = HexFormat.of().formatHex(ipv6.getAddress(), 0, HOST_BYTES);
        yield new AddressKey(host, host.substring(0, 2 * SITE_BYTES));
      }
      case Inet4Address inIpv6Clothes -> new AddressKey(inIpv6Clothes.getHostAddress(), null);
      case null, default -> new AddressKey(address, null);
    };
  }
}
