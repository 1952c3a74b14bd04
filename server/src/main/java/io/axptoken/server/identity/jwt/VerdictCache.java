package io.axptoken.server.identity.jwt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.axptoken.client.EndUser;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the users of tokens that were verified, under a digest of the whole token: the tokens
 * themselves are not kept. An entry holds no longer than its token does, nor than the keys do that
 * were in force. Safe for use by many threads.
 */
final class VerdictCache {
  private static final int MAX_ENTRIES = 10_000;
  private static final Duration MAX_AGE = Duration.ofMinutes(10);

  private final Cache<Digest, Entry> entries =
      Caffeine.newBuilder()
          .maximumSize(MAX_ENTRIES)
          .expireAfterWrite(MAX_AGE)
          // Its upkeep is short and needs no thread of its own.
          .executor(Runnable::run)
          .build();

  /** The user that the token was found to prove, or {@code null}. */
  @Nullable EndUser find(Digest token, KeyRing ring, Instant now) {
    Entry entry = entries.getIfPresent(token);
    return entry != null && entry.ring() == ring && now.isBefore(entry.end()) ? entry.user() : null;
  }

  void put(Digest token, EndUser user, KeyRing ring, Instant end) {
    entries.put(token, new Entry(user, ring, end));
  }

  private record Entry(EndUser user, KeyRing ring, Instant end) {}

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
