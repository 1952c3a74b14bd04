package io.axptoken.server.identity.jwt;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds the times among claims (RFC 7519, 4.1.4 to 4.1.6) to the clock, where they are there. */
final class TimesCheck {
  /** Beyond it a time is a mistake, and would overflow what is computed with it. */
  private static final long LAST_TIME = Integer.MAX_VALUE * 1000L;

  private TimesCheck() {}

  static void check(Map<String, Object> claims, Duration clockSkew, Instant instant)
      throws BadToken {
    long now = instant.getEpochSecond();
    long skew = clockSkew.toSeconds();
    Long end = seconds(claims, "exp");
    if (end != null && end + skew <= now) {
      throw new BadToken("The token has expired (exp).");
    }
    Long begin = seconds(claims, "nbf");
    if (begin != null && begin - skew > now) {
      throw new BadToken("The token is not valid yet (nbf).");
    }
    Long issued = seconds(claims, "iat");
    if (issued != null && issued - skew > now) {
      throw new BadToken("The token is issued in the future (iat).");
    }
  }

  private static @Nullable Long seconds(Map<String, Object> claims, String name) throws BadToken {
    return switch (claims.get(name)) {
      case null -> null;
      case Long whole when whole >= 0 && whole <= LAST_TIME -> whole;
      case Double real when real >= 0 && real <= LAST_TIME -> real.longValue();
      default -> throw new BadToken("The token's claim " + name + " is not a time in seconds.");
    };
  }
}
