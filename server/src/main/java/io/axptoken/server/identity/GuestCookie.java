package io.axptoken.server.identity;

import java.time.Duration;

/**
 * The cookie that carries a guest's pass: its name, and how it is set.
 *
 * <p>Over HTTPS the name begins with {@code __Host-}, which keeps other hosts of the same domain
 * from setting it. A page of another site gets a cookie of its own for that site ({@code
 * SameSite=None; Secure; Partitioned}), for browsers keep no other there.
 */
final class GuestCookie {
  private static final String HOST_PREFIX = "__Host-";

  private final String baseName;
  private final Duration maxAge;

  GuestCookie(String baseName, Duration maxAge) {
    this.baseName = baseName;
    this.maxAge = maxAge;
  }

  /** The cookie's name. */
  String name(boolean secure) {
    return secure ? HOST_PREFIX + baseName : baseName;
  }

  /** The {@code Set-Cookie} value. */
  String set(String value, boolean secure, boolean crossSite) {
    return set(value, maxAge, secure, crossSite);
  }

  /** The {@code Set-Cookie} value that has the browser forget the cookie. */
  String end(boolean secure, boolean crossSite) {
    return set("", Duration.ZERO, secure, crossSite);
  }

  private String set(String value, Duration life, boolean secure, boolean crossSite) {
    StringBuilder cookie = new StringBuilder(200);
    cookie.append(name(secure)).append('=').append(value);
    cookie.append("; Path=/; Max-Age=").append(life.toSeconds()).append("; HttpOnly");
    if (secure || crossSite) {
      cookie.append("; Secure");
    }
    cookie.append(crossSite ? "; SameSite=None; Partitioned" : "; SameSite=Lax");
    return cookie.toString();
  }
}
