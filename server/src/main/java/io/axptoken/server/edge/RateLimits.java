package io.axptoken.server.edge;

import io.axptoken.service.limit.LimitBuckets;
import io.axptoken.service.limit.RateLimit;
import io.axptoken.service.limit.RateLimiter;
import io.github.bucket4j.TimeMeter;

/**
 * The limits that a token request passes.
 *
 * @param perAddress before any other work, by the key of the client's address
 * @param perNetwork by the site that an IPv6 address belongs to, so that nobody evades the first
 *     limit by using many addresses
 * @param perUser once the user is known, by the user's key
 * @param perSignOut in place of the limit by user, so that who has used that up can still sign out
 */
public record RateLimits(
    RateLimiter perAddress, RateLimiter perNetwork, RateLimiter perUser, RateLimiter perSignOut) {
  /** A site may have so many times the limit of an address: as many customers may share it. */
  private static final int ADDRESSES_PER_NETWORK = 16;

  /** The limits by address and by user, and those that follow from them. */
  public static RateLimits of(
      RateLimit perAddress, RateLimit perUser, TimeMeter time, LimitBuckets buckets) {
    return new RateLimits(
        new RateLimiter(perAddress, time, buckets),
        new RateLimiter(perAddress.times(ADDRESSES_PER_NETWORK), time, buckets),
        new RateLimiter(perUser, time, buckets),
        new RateLimiter(perUser, time, buckets));
  }
}
