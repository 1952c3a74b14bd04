package io.axptoken.server.issue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.axptoken.service.time.Ticker;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * The room for the tokens of all integrations of a server that may be handed out again: the newest
 * one of each user, in memory alone. It is bounded; users who are seldom seen are forgotten first,
 * and what may not be handed out any more makes room by itself. Safe for use by many threads.
 */
public final class KeptTokens {
  /** A user whose token and attributes take more than this counts as several. */
  static final int BYTES_PER_USER = 4096;

  private static final int STRIPES = 1024;

  private final Cache<Owner, KeptToken> tokens;

  /** How often users signed out, by stripe: to count each user would take memory for each. */
  private final AtomicLongArray signOuts = new AtomicLongArray(STRIPES);

  /**
   * Room for so many users.
   *
   * @param ticker tells how long a token has been here
   */
  public KeptTokens(int maxUsers, Ticker ticker) {
    this.tokens =
        Caffeine.newBuilder()
            .maximumWeight(maxUsers)
            .weigher((Owner _, KeptToken kept) -> weight(kept))
            .expireAfter(Expiry.writing((Owner _, KeptToken kept) -> kept.period()))
            .ticker(ticker::nanos)
            // Its upkeep is short and needs no thread of its own.
            .executor(Runnable::run)
            .build();
  }

  /**
   * Whose token it is.
   *
   * @param integration its name
   * @param userId as the platform is told it
   */
  record Owner(String integration, String userId) implements Comparable<Owner> {
    /** An order keeps look-ups short even among ids that were chosen to have the same hash. */
    @Override
    public int compareTo(Owner other) {
      int byUser = userId.compareTo(other.userId);
      return byUser == 0 ? integration.compareTo(other.integration) : byUser;
    }

    @Override
    public String toString() {
      return "Owner[integration=" + integration + "]";
    }
  }

  @Nullable KeptToken find(Owner owner) {
    return tokens.getIfPresent(owner);
  }

  /** How often users like this one have signed out: a number to be given to {@link #keep}. */
  long signOuts(Owner owner) {
    return signOuts.get(stripe(owner));
  }

  /**
   * Keeps the token in the place of the user's last one; if the user signed out meanwhile, there is
   * none.
   *
   * @param signOutsBefore the number as it was before the token was asked for
   */
  void keep(Owner owner, KeptToken kept, long signOutsBefore) {
    // Under the entry's lock: a sign-out is seen here, or removes what is put here.
    tokens.asMap().compute(owner, (_, _) -> signOuts(owner) == signOutsBefore ? kept : null);
  }

  /** Forgets the user's token, and lets none be kept that is under way. */
  void signOut(Owner owner) {
    signOuts.incrementAndGet(stripe(owner));
    tokens.invalidate(owner);
  }

  /** How many users have a token here; for tests and measurements. */
  long users() {
    tokens.cleanUp();
    return tokens.estimatedSize();
  }

  private static int weight(KeptToken kept) {
    return Math.ceilDiv(kept.bytes(), BYTES_PER_USER);
  }

  private static int stripe(Owner owner) {
    int hash = owner.hashCode();
    return (hash ^ (hash >>> 16)) & (STRIPES - 1);
  }
}
