package io.axptoken.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a {@link PlatformConfig} must look like before it is of any use. */
final class PlatformConfigRules {
  private static final Pattern ACCOUNT_ID = Pattern.compile("[a-zA-Z]{6}");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern VISIBLE = Pattern.compile("[!-~]+");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");
  private static final Duration SHORTEST = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofMinutes(60);

  private final List<Violation> violations = new ArrayList<>();

  private PlatformConfigRules() {}

  static List<Violation> violations(
      URI baseUri,
      String accountId,
      String integrationId,
      String clientId,
      String appKey,
      Duration tokenLifetime) {
    PlatformConfigRules rules = new PlatformConfigRules();
    rules.checkBaseUri(baseUri);
    rules.check(matches(ACCOUNT_ID, accountId), "accountId", "must be 6 ASCII letters");
    rules.check(matches(UUID, integrationId), "integrationId", "must be a UUID of 36 characters");
    rules.check(!clientId.isBlank(), "clientId", "must not be blank");
    rules.check(matches(VISIBLE, appKey), "appKey", "must be visible ASCII without blanks");
    rules.check(isLifetime(tokenLifetime), "tokenLifetime", "must be 15 to 60 whole minutes");
    return rules.violations;
  }

  static String sentence(List<Violation> violations) {
    return violations.stream()
        .map(violation -> violation.field() + " " + violation.message())
        .collect(Collectors.joining("; ", "Not an acceptable platform config: ", ""));
  }

  private void checkBaseUri(URI uri) {
    check(isBare(uri), "baseUri", "must be scheme, host and port and nothing else");
    if (isScheme(uri, "http")) {
      check(isLoopback(uri), "baseUri", "must be https, or http to a loopback host");
    } else {
      check(isScheme(uri, "https"), "baseUri", "must be https");
    }
  }

  private static boolean isBare(URI uri) {
    String path = uri.getRawPath();
    return uri.getHost() != null
        && uri.getRawUserInfo() == null
        && (path == null || path.isEmpty() || path.equals("/"))
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  private static boolean isScheme(URI uri, String scheme) {
    return scheme.equalsIgnoreCase(uri.getScheme());
  }

  private static boolean isLoopback(URI uri) {
    return uri.getHost() != null && matches(LOOPBACK, uri.getHost());
  }

  private static boolean isLifetime(Duration lifetime) {
    return lifetime.compareTo(SHORTEST) >= 0
        && lifetime.compareTo(LONGEST) <= 0
        && lifetime.equals(Duration.ofMinutes(lifetime.toMinutes()));
  }

  private static boolean matches(Pattern pattern, String text) {
    return pattern.matcher(text).matches();
  }

  private void check(boolean holds, String field, String message) {
    if (!holds) {
      violations.add(new Violation(field, message));
    }
  }
}
