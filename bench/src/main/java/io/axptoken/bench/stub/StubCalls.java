package io.axptoken.bench.stub;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often each of the platform's calls has been made.
 *
 * @param accessTokens calls for a service access token
 * @param endUserTokens calls for an end user's token
 */
public record StubCalls(long accessTokens, long endUserTokens) {
  private static final Pattern JSON =
      Pattern.compile("\\{\"accessTokens\":(\\d+),\"endUserTokens\":(\\d+)}");

  String toJson() {
    return "{\"accessTokens\":" + accessTokens + ",\"endUserTokens\":" + endUserTokens + "}";
  }

  static StubCalls parse(String json) {
    Matcher matcher = JSON.matcher(json);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not an answer of the stub.");
    }
    return new StubCalls(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }
}
