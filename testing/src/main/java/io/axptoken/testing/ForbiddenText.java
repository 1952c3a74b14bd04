package io.axptoken.testing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must never stand in a log: a secret in one of its shapes, a customer's data, or the news
 * that an event loop was blocked or that nobody handled an exception. Tests put {@code s3cr3t} into
 * every secret of theirs, and {@code cust0mer} into every id and name of a customer.
 */
enum ForbiddenText {
  JWT("a JWT", "(?:jwt\\.)?eyJ[\\w-]{5,}\\.[\\w-]{5,}\\.[\\w.-]*"),
  BEARER("a bearer token", "(?i)Bearer\\s+(?=[\\w.~+/-]*\\d|[\\w.~+/-]{20})[\\w.~+/-]{8,}=*"),
  CLIENT_SECRET("a client secret", "client_secret=(?!\\[REDACTED]|%5BREDACTED)[^\\s&\"']+"),
  MARKER("a test secret", "s3cr3t[\\w-]*"),
  CUSTOMER("a customer's data", "(?i)cust0mer[\\w.@-]*"),
  PRIVATE_KEY("a private key", "-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----"),
  BLOCKED("a blocked thread", "Thread \\S.* has been blocked for \\d+ ms"),
  UNHANDLED("a fault that nobody handled", "Unhandled exception");

  private final String name;
  private final Pattern pattern;

  ForbiddenText(String name, String regex) {
    this.name = name;
    this.pattern = Pattern.compile(regex);
  }

  /** One line for each kind that was found, none of which shows the secret. */
  static List<String> findIn(String text) {
    return Stream.of(values()).flatMap(kind -> kind.lineOf(text)).toList();
  }

  private Stream<String> lineOf(String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return Stream.empty();
    }
    int from = text.lastIndexOf('\n', matcher.start()) + 1;
    int to = text.indexOf('\n', matcher.start());
    return Stream.of(name + " in: " + shown(text.substring(from, to < 0 ? text.length() : to)));
  }

  private String shown(String line) {
    String hidden = line;
    for (ForbiddenText kind : values()) {
      hidden = kind.isNews() ? hidden : kind.pattern.matcher(hidden).replaceAll("[HERE]");
    }
    return hidden;
  }

  private boolean isNews() {
    return this == BLOCKED || this == UNHANDLED;
  }
}
