package io.axptoken.sandbox.idp;

import io.axptoken.sandbox.platform.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** An answer that sends the browser back to the client. */
final class Redirect {
  private Redirect() {}

  /** To this page, with these parameters after its own; empty ones are left out. */
  static Answer to(URI page, Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(each -> each.getKey() + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
    String separator = page.getRawQuery() == null ? "?" : "&";
    String location = query.isEmpty() ? page.toString() : page + separator + query;
    return Answer.text(303, "text/plain", "")
        .with("Location", location)
        .with("Cache-Control", "no-store");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
