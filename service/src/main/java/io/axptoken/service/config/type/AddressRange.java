package io.axptoken.service.config.type;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * A block of IP addresses in CIDR notation, such as {@code 10.0.0.0/8}; a single address is a block
 * of one.
 *
 * @param network the first address of the block
 * @param prefix how many leading bits all its addresses share
 */
public record AddressRange(InetAddress network, int prefix) {
  /** That of fc00::/7, the private addresses of IPv6. */
  private static final int SHORTEST_OF_A_NETWORK = 7;

  private static final String SYNTAX = "an IP address or a CIDR block such as 10.0.0.0/8";

  public static final ValueType.Many<String> LIST =
      new ValueType.Many<>(
          "a list of IP addresses and CIDR blocks such as 10.0.0.0/8",
          ValueType.of(SYNTAX, text -> read(text).toString()),
          ranges -> ranges.stream().distinct().toList());

  @Override
  public String toString() {
    return network.getHostAddress() + "/" + prefix;
  }

  /** Whether a range as above is no network of anybody's, but a good part of the internet. */
  public static boolean isTheInternet(String range) {
    return Integer.parseInt(range.substring(range.indexOf('/') + 1)) < SHORTEST_OF_A_NETWORK;
  }

  /** Whether each range of the second ones lies in one of the first ones. */
  public static boolean areWithin(List<String> now, List<String> next) {
    List<AddressRange> ranges = now.stream().map(AddressRange::known).toList();
    return next.stream()
        .map(AddressRange::known)
        .allMatch(range -> ranges.stream().anyMatch(wider -> wider.covers(range)));
  }

  private static AddressRange known(String range) {
    try {
      return read(range);
    } catch (InvalidValue e) {
      throw new IllegalStateException("a range that was read is one", e);
    }
  }

  private boolean covers(AddressRange other) {
    byte[] address = other.network.getAddress();
    return address.length == network.getAddress().length
        && other.prefix >= prefix
        && Arrays.equals(masked(address, prefix), network.getAddress());
  }

  private static AddressRange read(String text) throws InvalidValue {
    int slash = text.indexOf('/');
    InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
    int bits = address.getAddress().length * 8;
    String digits = slash < 0 ? Integer.toString(bits) : text.substring(slash + 1);
    int prefix = Types.whole(digits, 0, bits, "must be " + SYNTAX);
    byte[] network = masked(address.getAddress(), prefix);
    if (!Arrays.equals(network, address.getAddress())) {
      throw InvalidValue.of("must be " + SYNTAX, strayBits(address, network, prefix));
    }
    return new AddressRange(address, prefix);
  }

  private static String strayBits(InetAddress address, byte[] network, int prefix) {
    String one = address.getHostAddress();
    String block = literal(network).getHostAddress();
    return "write %s/%d for the block, or %s for the one address".formatted(block, prefix, one);
  }

  private static InetAddress literal(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }

  private static InetAddress address(String text) throws InvalidValue {
    if (Hosts.isIpv4(text)) {
      return Inet4Address.ofLiteral(text);
    }
    if (!Hosts.isIpv6(text)) {
      throw InvalidValue.of("must be " + SYNTAX);
    }
    if (Inet6Address.ofLiteral(text) instanceof Inet6Address ipv6) {
      return ipv6;
    }
    throw InvalidValue.of("must be " + SYNTAX, "write an IPv4 address as such");
  }

  private static byte[] masked(byte[] address, int prefix) {
    byte[] masked = address.clone();
    for (int i = 0; i < masked.length; i++) {
      int keep = Math.clamp(prefix - i * 8L, 0, 8);
      masked[i] &= (byte) (0xff << (8 - keep));
    }
    return masked;
  }
}
