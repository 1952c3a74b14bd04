package io.axptoken.server.issue;

import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Trace;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the operator why tokens could not be issued: what happened, where to look, and how to find
 * the call in the platform's own logs. The same kind of failure is one line in a quarter of a
 * minute, with a count of those that were not written. Safe for use by many threads.
 */
public final class FailureLog {
  private static final Logger LOG = System.getLogger(FailureLog.class.getName());
  private static final Duration QUIET = Duration.ofSeconds(15);

  private final ConcurrentMap<Kind, Burst> bursts = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;
  private volatile boolean closed;

  /** A log that measures bursts by a clock that nobody sets, such as {@link System#nanoTime}. */
  public FailureLog(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Writes no more: what still fails does so because the server stops. */
  public void close() {
    closed = true;
  }

  /**
   * Writes the failure, or counts it.
   *
   * @param label whose platform failed
   * @param requestId the request that met it, or {@code null} if none did
   */
  public void report(PlatformFailure failure, IntegrationLabel label, @Nullable String requestId) {
    if (closed) {
      return;
    }
    Kind kind = new Kind(label.name(), failure.kind(), failure.trace().call());
    long now = nanoTime.getAsLong();
    Burst burst = bursts.compute(kind, (_, last) -> next(last, now));
    if (burst.held() == 0) {
      LOG.log(levelOf(failure), () -> line(failure, label, requestId, burst.before()));
    }
  }

  private static Burst next(@Nullable Burst last, long now) {
    if (last == null) {
      return new Burst(now, 0, 0);
    }
    boolean quiet = now - last.since() < QUIET.toNanos();
    return quiet
        ? new Burst(last.since(), last.held() + 1, last.before())
        : new Burst(now, 0, last.held());
  }

  private static Level levelOf(PlatformFailure failure) {
    return switch (failure.kind()) {
      case REJECTED_CREDENTIALS, REJECTED_REQUEST -> Level.ERROR;
      case REJECTED_USER -> Level.DEBUG;
      case BAD_ANSWER, BUSY, UNAVAILABLE, OVERLOADED, TIMED_OUT -> Level.WARNING;
    };
  }

  private static String line(
      PlatformFailure failure, IntegrationLabel label, @Nullable String requestId, int notWritten) {
    Trace trace = failure.trace();
    StringBuilder line = new StringBuilder(Remedy.of(failure, label));
    line.append(" [call=").append(trace.call());
    line.append(" status=").append(trace.status() == 0 ? "none" : trace.status());
    line.append(" kind=").append(FailureKind.of(failure));
    append(line, " integration=", label.name());
    append(line, " request=", requestId);
    append(line, " platform-log-id=", trace.logId());
    append(line, " hint=", trace.hint());
    if (trace.said() != null) {
      line.append(" said=\"").append(trace.said()).append('"');
    }
    if (notWritten > 0) {
      line.append(" repeated=").append(notWritten);
    }
    return line.append(']').toString();
  }

  private static void append(StringBuilder line, String name, @Nullable String value) {
    if (value != null) {
      line.append(name).append(value);
    }
  }

  private record Kind(
      String integration, PlatformFailure.Kind failure, PlatformFailure.Call call) {}

  /** A run of like failures: the last line's time, how many were held back, and how many before. */
  private record Burst(long since, int held, int before) {}
}
