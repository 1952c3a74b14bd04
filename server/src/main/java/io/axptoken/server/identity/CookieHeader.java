package io.axptoken.server.identity;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** Reads the {@code Cookie} header (RFC 6265, 4.2), which HTTP/2 may send in pieces. */
final class CookieHeader {
  /** More values of one name than any browser has reason to send. */
  private static final int MOST_VALUES = 8;

  private CookieHeader() {}

  /** The values of the cookies of exactly this name, in the order sent; of many, the first. */
  static List<String> values(MultiMap headers, String name) {
    List<String> values = new ArrayList<>(1);
    for (String field : headers.getAll(HttpHeaders.COOKIE)) {
      for (String pair : field.split(";", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
          values.add(pair.substring(equals + 1).strip());
        }
        if (values.size() == MOST_VALUES) {
          return values;
        }
      }
    }
    return values;
  }
}
