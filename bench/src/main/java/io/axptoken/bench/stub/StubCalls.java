package io.axptoken.bench.stub;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often each of the platform's calls has been made.
 *
 * @param accessTokens calls for a service access token
 * @param endUserTokens calls for an end user's token
 * @param connections that were opened, each with a handshake where it speaks TLS
 */
public record StubCalls(long accessTokens, long endUserTokens, long connections) {
  private static final Pattern JSON =
      Pattern.compile(
          "\\{\"accessTokens\":(\\d+),\"endUserTokens\":(\\d+),\"connections\":(\\d+)}");

  String toJson() {
    return "{\"accessTokens\":%d,\"endUserTokens\":%d,\"connections\":%d}"
        .formatted(accessTokens, endUserTokens, connections);
  }

  static StubCalls parse(String json) {
    Matcher matcher = JSON.matcher(json);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not an answer of the stub.");
    }
    return new StubCalls(
        Long.parseLong(matcher.group(1)),
        Long.parseLong(matcher.group(2)),
        Long.parseLong(matcher.group(3)));
  }
}
