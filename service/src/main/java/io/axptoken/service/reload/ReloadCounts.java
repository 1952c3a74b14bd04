package io.axptoken.service.reload;

import io.axptoken.service.observe.health.ReloadHealth;
import io.axptoken.service.observe.metrics.Family;
import io.axptoken.service.observe.metrics.Metrics;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;

/** Counts reloads, and remembers how the last ones ended. Safe for use by many threads. */
public final class ReloadCounts {
  private static final String SUCCESS = "success";
  private static final String FAILURE = "failure";

  private final Family<LongAdder> counts;
  private final ReloadHealth health;

  /** There was none yet. */
  public ReloadCounts(Metrics metrics, InstantSource clock) {
    this.counts =
        metrics.counter(
            "axp_reload", "Reloads of what changed while the server runs.", "what", "outcome");
    this.health = new ReloadHealth(clock);
    metrics.expect(this::expect);
  }

  /** The new one is in use. */
  public void succeeded(ReloadSubject what) {
    ended(what, true);
  }

  /** The new one cannot be used; the old one stays. */
  public void failed(ReloadSubject what) {
    ended(what, false);
  }

  /** How the last ones ended. */
  public ReloadHealth health() {
    return health;
  }

  private void ended(ReloadSubject what, boolean success) {
    counts.of(what.label(), success ? SUCCESS : FAILURE).increment();
    health.ended(what.label(), success);
  }

  private void expect() {
    for (ReloadSubject what : ReloadSubject.values()) {
      counts.of(what.label(), SUCCESS);
      counts.of(what.label(), FAILURE);
    }
  }
}
