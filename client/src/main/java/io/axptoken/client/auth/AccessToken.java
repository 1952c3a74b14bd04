package io.axptoken.client.auth;

import java.time.Instant;
import java.util.Map;

/**
 * A service access token that is kept between calls, in the form it is sent in. It prints no part
 * of it.
 */
public final class AccessToken {
  private final Map<String, String> headers;
  private final Instant askedAt;
  private final Instant endsAt;
  private final long refreshTime;
  private final long endTime;

  /**
   * Starts the life of a granted token at the moment it was asked for.
   *
   * @param askedAt that moment, to be shown
   * @param askedTime the same on a clock that nobody sets, in nanoseconds: the life goes by it
   */
  AccessToken(Grant grant, Instant askedAt, long askedTime) {
    this.headers = grant.headers();
    this.askedAt = askedAt;
    this.endsAt = askedAt.plus(grant.usable());
    this.refreshTime = askedTime + Lifetimes.untilRefresh(grant.believedLifetime()).toNanos();
    this.endTime = askedTime + grant.usable().toNanos();
  }

  /** The headers of a call that is made with this token; always the same map. */
  public Map<String, String> headers() {
    return headers;
  }

  /** When it was asked for. */
  Instant obtainedAt() {
    return askedAt;
  }

  /** Until when it is used. */
  Instant end() {
    return endsAt;
  }

  boolean isFresh(long now) {
    return now - refreshTime < 0;
  }

  boolean isUsable(long now) {
    return now - endTime < 0;
  }

  @Override
  public String toString() {
    return "AccessToken[endsAt=" + endsAt + "]";
  }
}
