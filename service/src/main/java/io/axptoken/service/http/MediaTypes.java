package io.axptoken.service.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** Which request bodies we read: JSON in UTF-8, not compressed. */
public final class MediaTypes {
  private static final String JSON = "application/json";

  private MediaTypes() {}

  /** Whether the request says nothing about its body, as it will when it has none. */
  public static boolean isUntold(MultiMap headers) {
    return !headers.contains(HttpHeaders.CONTENT_TYPE);
  }

  public static boolean isPlainJson(MultiMap headers) {
    List<String> contentTypes = headers.getAll(HttpHeaders.CONTENT_TYPE);
    return contentTypes.size() == 1
        && (contentTypes.getFirst().equals(JSON) || isJsonInUtf8(contentTypes.getFirst()))
        && headers.getAll(HttpHeaders.CONTENT_ENCODING).stream()
            .allMatch("identity"::equalsIgnoreCase);
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
}
