package io.axptoken.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a {@link PlatformConfig} must look like before it is of any use. */
final class PlatformConfigRules {
  private static final Pattern ACCOUNT_ID = Pattern.compile("[a-zA-Z]{6}");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern NOT_BLANK = Pattern.compile("(?s).*\\S.*");
  private static final Pattern VISIBLE = Pattern.compile("[!-~]+");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");
  private static final String MISSING = "is missing";
  private static final String NO_URI =
      "is missing: give host(String) a host, with a port perhaps and nothing else,"
          + " or baseUri(URI) a whole URI such as http://127.0.0.1:3001";
  private static final Duration SHORTEST = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofMinutes(60);

  private final List<Violation> violations = new ArrayList<>();

  private PlatformConfigRules() {}

  /**
   * Takes the parts as they are, be they missing or wrong.
   *
   * @throws IllegalArgumentException that names everything that is wrong
   */
  static void require(PlatformConfigBuilder parts) {
    PlatformConfigRules rules = new PlatformConfigRules();
    rules.checkAddress(parts.baseUri, parts.wrongHost);
    rules.check("accountId", parts.accountId, ACCOUNT_ID, "must be 6 ASCII letters");
    rules.check("integrationId", parts.integrationId, UUID, "must be a UUID of 36 characters");
    rules.check("clientId", parts.clientId, NOT_BLANK, "must not be blank");
    rules.present("clientSecret", parts.clientSecret);
    rules.checkAppKey(parts.appKey);
    rules.present("authPath", parts.authPath);
    rules.check(isLifetime(parts.tokenLifetime), "tokenLifetime", "must be 15 to 60 whole minutes");
    rules.present("deadlines", parts.deadlines);
    rules.present("resilience", parts.resilience);
    rules.present("listener", parts.listener);
    rules.refuse();
  }

  private void checkAddress(@Nullable URI baseUri, @Nullable String wrongHost) {
    if (wrongHost != null) {
      check(false, "host", wrongHost);
    } else {
      checkBaseUri(baseUri);
    }
  }

  private void checkAppKey(@Nullable String key) {
    String message = "must be visible ASCII without blanks";
    check(key == null || matches(VISIBLE, key), "appKey", message);
  }

  private void present(String field, @Nullable Object part) {
    check(part != null, field, MISSING);
  }

  /** What is wrong with a host that is none; without the host, which may hold credentials. */
  static String wrongHost(@Nullable String host) {
    if (host == null) {
      return "is null: it must be a host such as na.api.avayacloud.com";
    }
    return host.contains("://")
        ? "must be a host and not a URI: leave out what stands before and behind the host, or give"
            + " baseUri(URI) a whole URI such as http://127.0.0.1:3001"
        : "must be a host, with a port perhaps and nothing else; or give"
            + " baseUri(URI) a whole URI such as http://127.0.0.1:3001";
  }

  private void refuse() {
    if (!violations.isEmpty()) {
      throw new IllegalArgumentException(
          violations.stream()
              .map(violation -> violation.field() + " " + violation.message())
              .collect(Collectors.joining("; ", "Not an acceptable platform config: ", "")));
    }
  }

  private void checkBaseUri(@Nullable URI uri) {
    if (uri == null) {
      check(false, "baseUri", NO_URI);
      return;
    }
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

  private static boolean isLifetime(@Nullable Duration lifetime) {
    return lifetime != null
        && lifetime.compareTo(SHORTEST) >= 0
        && lifetime.compareTo(LONGEST) <= 0
        && lifetime.equals(Duration.ofMinutes(lifetime.toMinutes()));
  }

  private static boolean matches(Pattern pattern, String text) {
    return pattern.matcher(text).matches();
  }

  private void check(String field, @Nullable String value, Pattern form, String message) {
    check(value != null && matches(form, value), field, value == null ? MISSING : message);
  }

  private void check(boolean holds, String field, String message) {
    if (!holds) {
      violations.add(new Violation(field, message));
    }
  }
}
