package io.axptoken.server.identity.jwt.keys;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where verification keys come from. Safe for use by many threads; never blocks. */
public interface KeySource {
  /** The keys in force now; possibly none. The same ring as long as they are the same. */
  KeyRing current();

  /**
   * Looks again for keys, because a token names one that is not among the current ones, as far as
   * it is due; gives the keys in force then. The future never fails, and may complete on any
   * thread.
   *
   * @param kid what the token names, or {@code null}
   */
  Future<KeyRing> lookAgain(@Nullable String kid);

  /** When it may be worth asking again while there are no keys. */
  Duration retryAfter();

  /** Asks nobody any more; keys in force stay so. */
  default void close() {}

  /** Keys that never change. */
  static KeySource fixed(List<VerificationKey> keys) {
    KeyRing ring = new KeyRing(keys);
    return new KeySource() {
      @Override
      public KeyRing current() {
        return ring;
      }

      @Override
      public Future<KeyRing> lookAgain(@Nullable String kid) {
        return Future.succeededFuture(ring);
      }

      @Override
      public Duration retryAfter() {
        return Duration.ofSeconds(1);
      }
    };
  }
}
