package io.axptoken.server.edge;

import io.netty.util.NetUtil;
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
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null || bytes.length <= PREFIX_BYTES) {
      return address;
    }
    return HexFormat.of().formatHex(bytes, 0, PREFIX_BYTES);
  }
}
