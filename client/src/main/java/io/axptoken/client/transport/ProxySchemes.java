package io.axptoken.client.transport;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of the schemes in a proxy's challenges (RFC 9110, 11.7.1), and nothing else of them.
 */
final class ProxySchemes {
  private static final int MOST = 5;

  /* Behind a comma there may be a parameter, which has an equals sign, or the next scheme. */
  private static final Pattern SCHEME =
      Pattern.compile("(?:^|,)\\s*([A-Za-z][A-Za-z0-9-]{0,19})(?=\\s*(?:,|$)|\\s+[^\\s=,])");

  private static final int LONGEST_CHALLENGE = 1024;

  private ProxySchemes() {}

  static List<String> in(List<String> challenges) {
    return challenges.stream()
        .limit(MOST)
        .flatMap(ProxySchemes::in)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static Stream<String> in(String challenge) {
    String bounded = challenge.substring(0, Math.min(challenge.length(), LONGEST_CHALLENGE));
    Matcher scheme = SCHEME.matcher(bounded);
    return scheme.results().map(found -> found.group(1));
  }
}
