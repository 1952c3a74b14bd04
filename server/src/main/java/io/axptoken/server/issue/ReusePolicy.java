package io.axptoken.server.issue;

import io.axptoken.client.EndUserToken;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a token is handed out again.
 *
 * @param whileLeft while more than so many percent of its life are left, 1 to 99
 * @param longestLife no token is taken to live longer, whatever our clock makes of its end
 */
public record ReusePolicy(int whileLeft, Duration longestLife) {
  private static final int ALL = 100;

  /** Requires a share of a life. */
  public ReusePolicy {
    if (whileLeft < 1 || whileLeft >= ALL || !longestLife.isPositive()) {
      throw new IllegalArgumentException("Not a share of a life: " + whileLeft + " percent");
    }
  }

  /** For how long from now on a token is handed out that came now; possibly not at all. */
  Duration period(EndUserToken token, Instant now) {
    return share(life(token, now), ALL - whileLeft);
  }

  /** From when on a token that came now is not handed out any more. */
  Instant end(EndUserToken token, Instant now) {
    return token.expiresAt().minus(share(life(token, now), whileLeft));
  }

  private Duration life(EndUserToken token, Instant now) {
    Duration left = Duration.between(now, token.expiresAt());
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(longestLife) < 0 ? left : longestLife;
  }

  private static Duration share(Duration life, int percent) {
    return life.multipliedBy(percent).dividedBy(ALL);
  }
}
