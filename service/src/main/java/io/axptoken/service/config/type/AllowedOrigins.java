package io.axptoken.service.config.type;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Origins as browsers send them: scheme://host[:port], in lower case, the usual port left away. */
public final class AllowedOrigins {
  public static final String ANY = "*";

  private static final String SYNTAX =
      "an origin such as https://www.example.com, or * alone for any";
  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*");

  public static final ValueType.Many<String> TYPE =
      new ValueType.Many<>(
          "a list of origins such as https://www.example.com, or [\"*\"] for any",
          ValueType.of(SYNTAX, AllowedOrigins::parse),
          AllowedOrigins::finish);

  private AllowedOrigins() {}

  /** Whether any page may call. */
  public static boolean areAny(List<String> origins) {
    return origins.contains(ANY);
  }

  /** Whether no other page may call with the second ones. */
  public static boolean areWithin(List<String> now, List<String> next) {
    return areAny(now) || now.containsAll(next);
  }

  private static String parse(String text) throws InvalidValue {
    if (text.equals(ANY)) {
      return ANY;
    }
    if (text.equalsIgnoreCase("null")) {
      throw InvalidValue.of(
          "must be " + SYNTAX, "every sandboxed page and local file calls itself null");
    }
    String lower = text.toLowerCase(Locale.ROOT);
    int border = lower.indexOf("://");
    if (border < 0 || !SCHEME.matcher(lower.substring(0, border)).matches()) {
      throw InvalidValue.of("must be " + SYNTAX, "it begins with a scheme such as https://");
    }
    return parse(lower.substring(0, border), lower.substring(border + 3));
  }

  private static String parse(String scheme, String authority) throws InvalidValue {
    if (authority.indexOf('@') >= 0) {
      throw InvalidValue.withoutValue("must be " + SYNTAX, "an origin has no user name");
    }
    if (authority.matches(".*[/?#].*")) {
      throw InvalidValue.of("must be " + SYNTAX, "an origin has no path: end it after the host");
    }
    if (authority.indexOf('*') >= 0) {
      throw InvalidValue.of("must be " + SYNTAX, "name each origin, * stands for all or nothing");
    }
    if (authority.chars().anyMatch(c -> c > '~')) {
      throw InvalidValue.of("must be " + SYNTAX, "write the host as browsers do, in punycode");
    }
    HostAndPort place = HostAndPort.parse(authority);
    if (place == null) {
      throw InvalidValue.of("must be " + SYNTAX);
    }
    return scheme + "://" + place.withoutPort(usualPort(scheme));
  }

  private static int usualPort(String scheme) {
    return switch (scheme) {
      case "http" -> 80;
      case "https" -> 443;
      default -> -1;
    };
  }

  private static List<String> finish(List<String> origins) throws InvalidValue {
    List<String> distinct = List.copyOf(new LinkedHashSet<>(origins));
    if (distinct.size() > 1 && distinct.contains(ANY)) {
      throw InvalidValue.of("must not mix * with other origins", "keep either");
    }
    return distinct;
  }
}
