package io.axptoken.sandbox.token;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which end users' tokens the chat still takes. Each token carries a serial number; revoking
 * refuses all that a user got before. May be used from any thread.
 */
public final class EndUserTokens {
  private static final int REMEMBERED = 10_000;

  private final Map<String, Long> revoked =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };
  private long serial;
  private long allRevoked;

  /** The number of a token issued now. */
  public synchronized long next() {
    return ++serial;
  }

  /** Refuses every token that this user got so far; the newest 10,000 such users are remembered. */
  public synchronized void revoke(String customerId) {
    revoked.put(customerId, serial);
  }

  /** Refuses every token issued so far. */
  public synchronized void revokeAll() {
    allRevoked = serial;
  }

  /** Whether a user's token of that number is still good. */
  public synchronized boolean accepts(String customerId, long number) {
    return number > allRevoked && number > revoked.getOrDefault(customerId, 0L);
  }

  /** Takes all revocations back. */
  public synchronized void reset() {
    revoked.clear();
    allRevoked = 0;
  }
}
