package io.axptoken.sandbox.platform;

import io.axptoken.sandbox.Endpoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes secrets out of what the journal keeps. */
final class Redaction {
  private static final String REDACTED = "[REDACTED]";
  private static final Set<String> SECRET_FIELDS =
      Set.of(
          "client_secret",
          "password",
          "refresh_token",
          "client_assertion",
          "assertion",
          "code",
          "code_verifier");
  private static final Set<String> SECRET_HEADERS =
      Set.of("authorization", "proxy-authorization", "cookie");

  private Redaction() {}

  /**
   * A form with its secret fields blacked out; the JSON that describes an end user or a message as
   * it is; and of anything else, which may be a form under another name, only the size.
   */
  static String body(Request request, Endpoint endpoint) {
    if (request.isOf("application/x-www-form-urlencoded")) {
      return form(request.text());
    }
    boolean told = endpoint == Endpoint.END_USER_TOKEN || endpoint == Endpoint.FCM_SEND;
    if (request.body().length() == 0 || (told && request.isOf(Answer.JSON))) {
      return request.text();
    }
    return "[REDACTED " + request.body().length() + " bytes]";
  }

  private static String form(String text) {
    return Form.parse(text).fields().stream()
        .map(field -> encode(field.name()) + "=" + value(field))
        .collect(Collectors.joining("&"));
  }

  private static String value(Form.Field field) {
    return SECRET_FIELDS.contains(field.name()) ? REDACTED : encode(field.value());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The headers by lower-case name, credentials replaced by a fingerprint. */
  static Map<String, String> headers(List<Map.Entry<String, String>> headers) {
    Map<String, String> safe = new TreeMap<>();
    for (Map.Entry<String, String> header : headers) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      String value =
          SECRET_HEADERS.contains(name) ? fingerprint(header.getValue()) : header.getValue();
      safe.merge(name, value, (first, second) -> first + ", " + second);
    }
    return safe;
  }

  private static String fingerprint(String credentials) {
    String scheme = credentials.startsWith("Bearer ") ? "Bearer " : "";
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(credentials.getBytes(StandardCharsets.UTF_8));
      return scheme + "[REDACTED " + HexFormat.of().formatHex(hash, 0, 4) + "]";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
