package io.axptoken.server.settings.schema;

import io.axptoken.service.config.type.HostAndPort;
import io.axptoken.service.config.type.Hosts;
import io.axptoken.service.config.type.InvalidValue;
import io.axptoken.service.config.type.ValueType;
import java.net.URI;
import java.util.Locale;

/**
 * Where the platform is.
 *
 * @param configured as written but for a final slash, for the clients
 * @param baseUri scheme, host and port
 */
record PlatformHost(String configured, URI baseUri) {
  private static final String SYNTAX = "a host, host:port, or a base URL such as https://host:port";

  static final ValueType.One<PlatformHost> TYPE = ValueType.of(SYNTAX, PlatformHost::parse);

  private static PlatformHost parse(String text) throws InvalidValue {
    if (text.indexOf('@') >= 0) {
      throw InvalidValue.withoutValue(
          "must be " + SYNTAX, "user names and passwords do not belong here");
    }
    int border = text.indexOf("://");
    String scheme = border < 0 ? "https" : text.substring(0, border).toLowerCase(Locale.ROOT);
    String authority = border < 0 ? text : withoutFinalSlash(text.substring(border + 3));
    String configured = border < 0 ? text : text.substring(0, border + 3) + authority;
    if (authority.matches(".*[/?#].*")) {
      throw InvalidValue.of("must be " + SYNTAX, "remove everything after the host and port");
    }
    HostAndPort place = HostAndPort.parse(authority);
    if (place == null) {
      throw InvalidValue.of("must be " + SYNTAX);
    }
    checkScheme(scheme, place.host());
    String host = place.toString().toLowerCase(Locale.ROOT);
    return new PlatformHost(configured, URI.create(scheme + "://" + host));
  }

  private static String withoutFinalSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static void checkScheme(String scheme, String host) throws InvalidValue {
    boolean acceptable =
        scheme.equals("https") || (scheme.equals("http") && Hosts.isLoopback(host));
    if (!acceptable) {
      throw InvalidValue.of(
          "must use https", "plain http is accepted only for a platform on this machine");
    }
  }
}
