package io.axptoken.server.observe;

import io.axptoken.service.observe.metrics.Histogram;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the token requests of one integration. Safe for use by many threads. */
public final class TokenMeters {
  private static final String ISSUED = "issued";
  private static final String REUSED = "reused";

  private final TokenMetrics metrics;
  private final String integration;
  private final List<Mode> modes = new CopyOnWriteArrayList<>();
  private final Map<String, Refusals> refusals = new ConcurrentHashMap<>();
  private final Histogram issueTime;
  private volatile @Nullable Histogram reuseTime;

  TokenMeters(TokenMetrics metrics, String integration) {
    this.metrics = metrics;
    this.integration = integration;
    this.issueTime = metrics.issueTime.of(integration, ISSUED);
  }

  /** The tokens of one identity mode. */
  private record Mode(String name, LongAdder issued) {}

  /**
   * A token was given out.
   *
   * @param mode the identity mode that proved the user, of the few that are configured
   * @param reused whether it was given out before
   * @param nanos from the request's head to the answer
   */
  public void issued(String mode, boolean reused, long nanos) {
    ofMode(mode).increment();
    (reused ? reuseTime() : issueTime).record(nanos);
  }

  /**
   * The request was answered with a problem.
   *
   * @param reason of the catalogue: the last part of its type
   * @param nanos from the request's head to the answer
   */
  public void refused(String reason, long nanos) {
    Refusals known = refusals(reason);
    known.count.increment();
    known.time().record(nanos);
  }

  /** A request was refused before it came, by the answer to its preflight. */
  public void refused(String reason) {
    refusals(reason).count.increment();
  }

  /** Has these stand at zero, before any of it happens. */
  void expect(List<String> expectedModes, List<String> expectedReasons) {
    expectedModes.forEach(this::ofMode);
    expectedReasons.forEach(this::refusals);
  }

  private Refusals refusals(String reason) {
    // Unlike computeIfAbsent alone, this never waits for another thread in a storm of refusals.
    Refusals known = refusals.get(reason);
    return known != null ? known : refusals.computeIfAbsent(reason, Refusals::new);
  }

  /** Where tokens are not reused, there shall be none. */
  private Histogram reuseTime() {
    Histogram time = reuseTime;
    if (time == null) {
      time = metrics.issueTime.of(integration, REUSED);
      reuseTime = time;
    }
    return time;
  }

  private LongAdder ofMode(String mode) {
    for (Mode known : modes) {
      if (known.name.equals(mode)) {
        return known.issued;
      }
    }
    LongAdder issued = metrics.issued.of(integration, mode);
    modes.add(new Mode(mode, issued));
    return issued;
  }

  /** The refusals for one reason; their time is made when there is one. */
  private final class Refusals {
    private final String reason;
    private final LongAdder count;
    private volatile @Nullable Histogram time;

    Refusals(String reason) {
      this.reason = reason;
      this.count = metrics.refused.of(integration, reason);
    }

    Histogram time() {
      Histogram known = time;
      if (known == null) {
        known = metrics.issueTime.of(integration, reason);
        time = known;
      }
      return known;
    }
  }
}
