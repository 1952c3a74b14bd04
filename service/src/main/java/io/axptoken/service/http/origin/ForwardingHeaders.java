package io.axptoken.service.http.origin;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Forwarded} (RFC 7239) or {@code X-Forwarded-*}. A request that carries both is
 * ambiguous, for a proxy sets one and may pass on the other as the client wrote it: then neither is
 * believed.
 */
final class ForwardingHeaders {
  private static final String FORWARDED = "Forwarded";
  private static final String X_FORWARDED_FOR = "X-Forwarded-For";
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

  private ForwardingHeaders() {}

  /** The addresses from the client's side to ours, ports and brackets removed. */
  static List<String> hops(MultiMap headers) {
    if (isAmbiguous(headers)) {
      return List.of();
    }
    List<String> hops = new ArrayList<>();
    for (String element : elements(headers, X_FORWARDED_FOR)) {
      hops.add(bareAddress(element));
    }
    for (String element : elements(headers, FORWARDED)) {
      hops.add(bareAddress(orEmpty(parameter(element, "for"))));
    }
    return hops;
  }

  /** The scheme the nearest proxy was reached with, or {@code null} if it does not say. */
  static @Nullable String scheme(MultiMap headers) {
    return last(headers, "proto", "X-Forwarded-Proto");
  }

  /** The host the nearest proxy was reached by, or {@code null} if it does not say. */
  static @Nullable String host(MultiMap headers) {
    return last(headers, "host", "X-Forwarded-Host");
  }

  private static @Nullable String last(MultiMap headers, String parameter, String header) {
    if (isAmbiguous(headers)) {
      return null;
    }
    List<String> forwarded = elements(headers, FORWARDED);
    if (!forwarded.isEmpty()) {
      return parameter(forwarded.getLast(), parameter);
    }
    List<String> values = elements(headers, header);
    return values.isEmpty() ? null : values.getLast();
  }

  private static boolean isAmbiguous(MultiMap headers) {
    return headers.contains(FORWARDED)
        && (headers.contains(X_FORWARDED_FOR)
            || headers.contains("X-Forwarded-Proto")
            || headers.contains("X-Forwarded-Host"));
  }

  private static List<String> elements(MultiMap headers, String name) {
    List<String> elements = new ArrayList<>();
    for (String value : headers.getAll(name)) {
      for (String element : value.split(",", -1)) {
        elements.add(element.strip());
      }
    }
    return elements;
  }

  private static @Nullable String parameter(String element, String name) {
    for (String pair : element.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).strip().toLowerCase(Locale.ROOT).equals(name)) {
        return unquoted(pair.substring(equals + 1).strip());
      }
    }
    return null;
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static String bareAddress(String hop) {
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      return end < 0 ? hop : hop.substring(1, end);
    }
    boolean isIpv6 = hop.indexOf(':') != hop.lastIndexOf(':');
    return isIpv6 ? hop : PORT.matcher(hop).replaceFirst("");
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
