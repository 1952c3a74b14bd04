package io.axptoken.server.settings.schema;

import io.axptoken.service.config.type.HostAndPort;
import io.axptoken.service.config.type.InvalidValue;
import io.axptoken.service.config.type.Types;
import io.axptoken.service.config.type.ValueType;
import java.util.Locale;
import java.util.Optional;

/** How an HTTP proxy is written. */
final class ProxyType {
  private static final String SCHEME = "http://";
  private static final String SYNTAX = "a proxy's address such as http://proxy.example.com:3128";

  /** The proxy; {@code ""} for none. */
  static final ValueType.One<Optional<HostAndPort>> TYPE = ValueType.of(SYNTAX, ProxyType::parse);

  /** A user name as it can stand in Basic credentials (RFC 7617). */
  static final ValueType.One<String> USER = ValueType.of("a text without colons", ProxyType::user);

  private ProxyType() {}

  private static Optional<HostAndPort> parse(String text) throws InvalidValue {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.indexOf('@') >= 0) {
      throw InvalidValue.withoutValue(
          "must be " + SYNTAX,
          "user and password have settings of their own, httpProxyUser and httpProxyPassword");
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("https://") || lower.startsWith("socks")) {
      throw InvalidValue.of("must be " + SYNTAX, "other kinds of proxies cannot be used");
    }
    String authority = lower.startsWith(SCHEME) ? lower.substring(SCHEME.length()) : lower;
    HostAndPort place = HostAndPort.parse(authority.replaceFirst("/$", ""));
    if (place == null) {
      throw InvalidValue.of("must be " + SYNTAX);
    }
    if (place.port() < 0) {
      throw InvalidValue.of("must be " + SYNTAX, "name its port, too");
    }
    return Optional.of(place);
  }

  private static String user(String text) throws InvalidValue {
    if (text.indexOf(':') >= 0) {
      throw InvalidValue.of("must be a text without colons");
    }
    return Types.plain(text);
  }
}
