package io.axptoken.sandbox.idp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The codes that are out: each works once, for a minute. May be used from any thread. */
final class Codes {
  private static final Duration LIFETIME = Duration.ofMinutes(1);
  private static final int CAPACITY = 1000;

  private final InstantSource clock;
  private final LinkedHashMap<String, Issued> issued = new LinkedHashMap<>();

  private record Issued(Grant grant, Instant expiresAt) {}

  Codes(InstantSource clock) {
    this.clock = clock;
  }

  /** A new code; the oldest is forgotten when there are too many. */
  synchronized String issue(Grant grant) {
    if (issued.size() >= CAPACITY) {
      issued.pollFirstEntry();
    }
    String code = UUID.randomUUID().toString();
    issued.put(code, new Issued(grant, clock.instant().plus(LIFETIME)));
    return code;
  }

  /** What the code stood for, if it did; it does no longer. */
  synchronized Optional<Grant> redeem(String code) {
    @Nullable Issued found = issued.remove(code);
    return Optional.ofNullable(found)
        .filter(each -> clock.instant().isBefore(each.expiresAt))
        .map(Issued::grant);
  }
}
