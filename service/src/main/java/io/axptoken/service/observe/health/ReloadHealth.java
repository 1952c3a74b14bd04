package io.axptoken.service.observe.health;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Remembers how the last reloads ended, by what was reloaded. Safe for use by many threads. */
public final class ReloadHealth {
  private final InstantSource clock;
  private final Map<String, Ends> ends = new TreeMap<>();

  /** Knows of none. */
  public ReloadHealth(InstantSource clock) {
    this.clock = clock;
  }

  private record Ends(@Nullable Instant good, @Nullable Instant bad) {
    boolean well() {
      return bad == null || (good != null && good.isAfter(bad));
    }
  }

  /**
   * Remembers an end.
   *
   * @param what was reloaded, such as {@code tls}
   * @param success whether what was read is in force now; else what was before still is
   */
  public synchronized void ended(String what, boolean success) {
    Instant now = clock.instant();
    Ends before = ends.getOrDefault(what, new Ends(null, null));
    ends.put(what, success ? new Ends(now, null) : new Ends(before.good(), now));
  }

  /** How it stands: well, unless the last reload of anything failed. */
  public synchronized PartHealth part() {
    PartHealth.Builder part = new PartHealth.Builder();
    ends.forEach((what, end) ->
        part.fact(
            what,
            new PartHealth.Builder()
                .fact("status", end.well() ? "UP" : "DEGRADED")
                .fact("succeededAt", end.good())
                .fact("failedAt", end.bad())
                .facts()));
    return part.well(ends.values().stream().allMatch(Ends::well));
  }
}
