package io.axptoken.server.issue;

import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.service.time.Throttle;
import io.axptoken.service.time.Ticker;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells the operator why tokens could not be issued: what happened, where to look, and how to find
 * the call in the platform's own logs. The same kind of failure is one line in a quarter of a
 * minute, with a count of those that were not written. Safe for use by many threads.
 */
public final class FailureLog {
  private static final Logger LOG = System.getLogger(FailureLog.class.getName());
  private static final Duration QUIET = Duration.ofSeconds(15);

  private final ConcurrentMap<Kind, Throttle> throttles = new ConcurrentHashMap<>();
  private final Ticker ticker;
  private volatile boolean closed;

  /** A log that measures storms of failures by this ticker. */
  public FailureLog(Ticker ticker) {
    this.ticker = ticker;
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
    int before = throttles.computeIfAbsent(kind, _ -> new Throttle(1, QUIET, ticker)).admit();
    if (before != Throttle.LEFT_OUT) {
      LOG.log(levelOf(failure), () -> line(failure, label, requestId, before));
    }
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
}
