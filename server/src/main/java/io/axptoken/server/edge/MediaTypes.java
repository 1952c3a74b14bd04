package io.axptoken.server.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which request bodies we read: JSON in UTF-8, not compressed. */
final class MediaTypes {
  private static final String JSON = "application/json";

  private MediaTypes() {}

  static boolean isPlainJson(MultiMap headers) {
    String contentType = headers.get(HttpHeaders.CONTENT_TYPE);
    return contentType != null
        && (contentType.equals(JSON) || isJsonInUtf8(contentType))
        && isIdentity(headers.get(HttpHeaders.CONTENT_ENCODING));
  }

  private static boolean isJsonInUtf8(String contentType) {
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
    boolean json = parts[0].strip().equals(JSON);
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().replace("\"", "");
      json &= !parameter.startsWith("charset=") || parameter.equals("charset=utf-8");
    }
    return json;
  }

  private static boolean isIdentity(@Nullable String contentEncoding) {
    return contentEncoding == null || contentEncoding.equalsIgnoreCase("identity");
  }
}
