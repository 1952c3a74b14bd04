package io.axptoken.server.identity.jwt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.axptoken.client.EndUser;
import io.axptoken.server.identity.jwt.keys.KeyRing;
import io.axptoken.server.identity.jwt.keys.KeySource;
import io.axptoken.service.time.Ticker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the users of tokens that were verified, under a digest of the whole token: the tokens
 * themselves are not kept. An entry holds for ten minutes at most, and no longer than was left of
 * its token by the monotonic clock; and only while the wall clock is within the token's times and
 * the keys are those that were in force. Safe for use by many threads.
 */
final class VerdictCache {
  private static final int MAX_ENTRIES = 10_000;
  private static final Duration MAX_AGE = Duration.ofMinutes(10);

  private final Cache<Digest, Entry> entries;

  VerdictCache(Ticker ticker) {
    this.entries =
        Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .expireAfter(Expiry.writing((Digest _, Entry entry) -> entry.life()))
            .ticker(ticker::nanos)
            // Its upkeep is short and needs no thread of its own.
            .executor(Runnable::run)
            .build();
  }

  /** The user that the token was found to prove, or {@code null}. */
  @Nullable EndUser find(Digest token, Instant now) {
    Entry entry = entries.getIfPresent(token);
    return entry != null && entry.holds(now) ? entry.user() : null;
  }

  void put(Digest token, Entry entry) {
    entries.put(token, entry);
  }

  /**
   * A user that a token proves.
   *
   * @param source where the keys are from
   * @param ring the keys of it that were in force
   * @param begin from when on the token is good by the wall clock
   * @param end until when
   * @param life how long it may be remembered from now on
   */
  record Entry(
      EndUser user, KeySource source, KeyRing ring, Instant begin, Instant end, Duration life) {
    static Entry of(
        EndUser user, KeySource source, KeyRing ring, Instant begin, Instant end, Instant now) {
      Duration left = Duration.between(now, end);
      Duration life = left.isNegative() ? Duration.ZERO : left;
      return new Entry(
          user, source, ring, begin, end, life.compareTo(MAX_AGE) < 0 ? life : MAX_AGE);
    }

    boolean holds(Instant now) {
      return source.current() == ring && now.isBefore(end) && !now.isBefore(begin);
    }
  }

  /** SHA-256 of a token. */
  record Digest(long first, long second, long third, long fourth) {
    static Digest of(String token) {
      ByteBuffer hash = ByteBuffer.wrap(sha256(token.getBytes(StandardCharsets.UTF_8)));
      return new Digest(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }

    private static byte[] sha256(byte[] bytes) {
      try {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }
}
