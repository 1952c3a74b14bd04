package io.axptoken.server.transport;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Headers that are checked and encoded once for all calls that carry them, such as those of one
 * access token.
 *
 * @param source whose headers they are; never changed
 * @param ready the same, read only
 */
record ReadyHeaders(Map<String, String> source, MultiMap ready) {
  /**
   * Checks and encodes.
   *
   * @throws IllegalArgumentException if one cannot be sent; it might quote a secret
   */
  static ReadyHeaders of(Map<String, String> source) {
    MultiMap headers = HttpHeaders.headers();
    source.forEach((name, value) -> headers.set(encoded(name), encoded(value)));
    return new ReadyHeaders(source, headers.copy(false));
  }

  /** Whether it was made of these very headers. */
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(Map<String, String> headers) {
    return source == headers;
  }

  /** What is not ASCII stays as it is: it has no other form that says the same. */
  private static CharSequence encoded(String text) {
    boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    return ascii ? HttpHeaders.createOptimized(text) : text;
  }

  /** They hold credentials. */
  @Override
  public String toString() {
    return "ReadyHeaders";
  }
}
