package io.axptoken.server.observe.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts what becomes of the token requests of one integration. Safe for use by many threads.
 *
 * @param <R> the reasons to refuse one
 */
public final class TokenMeters<R extends Enum<R>> {
  private static final String ISSUED = "issued";
  private static final String REUSED = "reused";

  private final Families families;
  private final String integration;
  private final List<Mode> modes = new CopyOnWriteArrayList<>();
  private final Cells<R, LongAdder> refused;
  private final Cells<R, Histogram> refusalTime;
  private final Histogram issueTime;
  private volatile @Nullable Histogram reuseTime;

  TokenMeters(Families families, String integration, Class<R> reasons, Function<R, String> nameOf) {
    this.families = families;
    this.integration = integration;
    this.refused =
        new Cells<>(reasons, reason -> families.refused.of(integration, nameOf.apply(reason)));
    this.refusalTime =
        new Cells<>(reasons, reason -> families.issueTime.of(integration, nameOf.apply(reason)));
    this.issueTime = families.issueTime.of(integration, ISSUED);
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
   * @param nanos from the request's head to the answer
   */
  public void refused(R reason, long nanos) {
    refused.get(reason).increment();
    refusalTime.get(reason).record(nanos);
  }

  /** A request was refused before it came, by the answer to its preflight. */
  public void refused(R reason) {
    refused.get(reason).increment();
  }

  /** Has these stand at zero, before any of it happens. */
  void expect(List<String> expectedModes, List<R> expectedReasons) {
    expectedModes.forEach(this::ofMode);
    expectedReasons.forEach(refused::get);
  }

  /** Where tokens are not reused, there shall be none. */
  private Histogram reuseTime() {
    Histogram time = reuseTime;
    if (time == null) {
      time = families.issueTime.of(integration, REUSED);
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
    LongAdder issued = families.issued.of(integration, mode);
    modes.add(new Mode(mode, issued));
    return issued;
  }
}
