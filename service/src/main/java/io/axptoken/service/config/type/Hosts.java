package io.axptoken.service.config.type;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.Locale;
import java.util.regex.Pattern;

/** What host names and IP addresses look like; nothing is ever looked up. */
public final class Hosts {
  private static final Pattern DOTTED_QUAD = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern IPV6_CHARACTERS = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final String LABEL = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
  private static final Pattern NAME = Pattern.compile(LABEL + "(\\." + LABEL + ")*\\.?");
  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

  /** Where a server listens: a name or an address, an IPv6 address with or without brackets. */
  public static final ValueType.One<String> LISTEN_ADDRESS =
      ValueType.of("a host name or an IP address, without scheme and port", Hosts::listen);

  private Hosts() {}

  static boolean isName(String host) {
    return host.length() <= 253 && NAME.matcher(host).matches() && !NUMBERS.matcher(host).matches();
  }

  static boolean isIpv4(String host) {
    if (!DOTTED_QUAD.matcher(host).matches()) {
      return false;
    }
    try {
      return Inet4Address.ofLiteral(host) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** An address without brackets and without a scope. */
  static boolean isIpv6(String host) {
    if (!IPV6_CHARACTERS.matcher(host).matches()) {
      return false;
    }
    try {
      return Inet6Address.ofLiteral(host) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  public static boolean isLoopback(String host) {
    String plain = unbracketed(host).toLowerCase(Locale.ROOT);
    if (isIpv4(plain)) {
      return plain.startsWith("127.");
    }
    return isIpv6(plain)
        ? Inet6Address.ofLiteral(plain).isLoopbackAddress()
        : plain.equals("localhost");
  }

  /** Whether listening there means to listen on every network. */
  public static boolean isWildcard(String host) {
    return host.equals("0.0.0.0")
        || (isIpv6(host) && Inet6Address.ofLiteral(host).isAnyLocalAddress());
  }

  public static String unbracketed(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private static String listen(String text) throws InvalidValue {
    String host = unbracketed(text);
    if (isIpv6(host) || (host.equals(text) && (isIpv4(host) || isName(host)))) {
      return host;
    }
    throw InvalidValue.of("must be a host name or an IP address, without scheme and port");
  }
}
