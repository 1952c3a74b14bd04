package io.axptoken.sandbox.idp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A made-up user.
 *
 * @param subject the {@code sub} of its tokens
 * @param claims what its tokens say about it beyond that
 */
public record SandboxUser(String subject, Map<String, Object> claims) {
  /** Has all the standard claims, and nested ones and arrays beyond them. */
  public static final SandboxUser FIRST =
      new SandboxUser(
          "user-1",
          Map.of(
              "name",
              "First Customer",
              "email",
              "first.customer@example.com",
              "email_verified",
              true,
              "phone_number",
              "+12025550101",
              "phone_number_verified",
              true,
              "groups",
              List.of("chat", "calling"),
              "crm",
              Map.of(
                  "customer", Map.of("number", "C-1001"),
                  "emails", List.of("first@example.com", "first.customer@example.com"))));

  /** Has an address that nobody has verified, no phone, and a name beyond ASCII. */
  public static final SandboxUser SECOND =
      new SandboxUser(
          "user-2",
          Map.of(
              "name",
              "Zweite Kundin, Zürich",
              "email",
              "second.customer@example.com",
              "email_verified",
              false,
              "groups",
              List.of("chat")));

  /** Has nothing but a subject. */
  public static final SandboxUser THIRD = new SandboxUser("user-3", Map.of());

  /** The users that the sign-in page offers. */
  public static final List<SandboxUser> ALL = List.of(FIRST, SECOND, THIRD);

  private static final int MAX_NAME = 70;

  /**
   * @throws IllegalArgumentException if the subject is blank
   */
  public SandboxUser {
    if (subject.isBlank()) {
      throw new IllegalArgumentException("the subject must not be blank");
    }
    claims = Map.copyOf(claims);
  }

  /** Whether a user can be called so: there is a letter or digit in it. */
  public static boolean isName(String text) {
    return !subject(shown(text)).isEmpty();
  }

  /**
   * One of {@link #ALL} by its subject, or else a new one of that name and nothing more.
   *
   * @throws IllegalArgumentException if nobody can be called so, see {@link #isName}
   */
  public static SandboxUser named(String name) {
    String shown = shown(name);
    return ALL.stream()
        .filter(user -> user.subject.equals(shown))
        .findFirst()
        .orElseGet(() -> new SandboxUser(subject(shown), Map.of("name", shown)));
  }

  /** As much of a name as the token server takes. */
  private static String shown(String name) {
    return name.strip()
        .codePoints()
        .limit(MAX_NAME)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String subject(String shown) {
    return shown
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** The same with one more claim, or another value of it. */
  public SandboxUser with(String claim, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(claims);
    more.put(claim, value);
    return new SandboxUser(subject, more);
  }

  /** What the sign-in page calls it. */
  String label() {
    return claims.get("name") instanceof String name ? name : subject;
  }
}
