package io.axptoken.client.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A service access token that is kept between calls, in the form it is sent in. It prints no part
 * of it.
 */
public final class AccessToken {
  private final Map<String, String> headers;
  private final long askedAt;
  private final long refreshAt;
  private final long endsAt;

  /** Starts the life of a granted token at the moment it was asked for. */
  AccessToken(Grant grant, long askedAt) {
    Duration lifetime = grant.believedLifetime();
    this.headers = grant.headers();
    this.askedAt = askedAt;
    this.refreshAt = askedAt + Lifetimes.untilRefresh(lifetime).toMillis();
    this.endsAt = askedAt + grant.usable().toMillis();
  }

  /** The headers of a call that is made with this token; always the same map. */
  public Map<String, String> headers() {
    return headers;
  }

  /** When it was asked for. */
  Instant obtainedAt() {
    return Instant.ofEpochMilli(askedAt);
  }

  /** Until when it is used. */
  Instant end() {
    return Instant.ofEpochMilli(endsAt);
  }

  boolean isFresh(long now) {
    return now < refreshAt;
  }

  boolean isUsable(long now) {
    return now < endsAt;
  }

  @Override
  public String toString() {
    return "AccessToken[endsAt=" + endsAt + "]";
  }
}
