package io.axptoken.server.edge;

import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.HexFormat;

/**
 * Under which key an address is counted: IPv4 as it is, IPv6 by its /64, which is one customer's.
 */
final class AddressKey {
  private static final int PREFIX_BYTES = 8;

  private AddressKey() {}

  static String of(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    return switch (NetUtil.createInetAddressFromIpAddressString(address)) {
      case Inet6Address ipv6 -> HexFormat.of().formatHex(ipv6.getAddress(), 0, PREFIX_BYTES);
      case Inet4Address inIpv6Clothes -> inIpv6Clothes.getHostAddress();
      case null, default -> address;
    };
  }
}
