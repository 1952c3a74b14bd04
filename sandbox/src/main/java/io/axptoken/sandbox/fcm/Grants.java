package io.axptoken.sandbox.fcm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The access tokens that are out; the newest are known. May be used from any thread. */
final class Grants {
  private static final int KEPT = 1000;

  private final InstantSource clock;
  private final Map<String, Grant> grants = new LinkedHashMap<>();

  private record Grant(String projectId, Instant end) {}

  Grants(InstantSource clock) {
    this.clock = clock;
  }

  /** A new token for a project. */
  synchronized String issue(String projectId, Duration lifetime) {
    String token = "sandbox.fcm." + UUID.randomUUID();
    grants.put(token, new Grant(projectId, clock.instant().plus(lifetime)));
    if (grants.size() > KEPT) {
      grants.remove(grants.keySet().iterator().next());
    }
    return token;
  }

  /** The project that a token is good for now. */
  synchronized Optional<String> project(String token) {
    return Optional.ofNullable(grants.get(token))
        .filter(grant -> clock.instant().isBefore(grant.end()))
        .map(Grant::projectId);
  }

  synchronized void revokeAll() {
    grants.clear();
  }
}
