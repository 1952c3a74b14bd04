package io.axptoken.server.observe;

import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformListener.RetryCause;
import io.axptoken.client.PlatformListener.StatusClass;
import io.axptoken.service.observe.metrics.Cells;
import io.axptoken.service.observe.metrics.Histogram;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls to all platforms together. Safe for use by many threads. */
final class PlatformCalls {
  private final Cells<Call, Cells<StatusClass, Histogram>> times;
  private final Cells<Call, Cells<RetryCause, LongAdder>> retries;

  PlatformCalls(TokenMetrics metrics) {
    times =
        new Cells<>(
            Call.class,
            call ->
                new Cells<>(
                    StatusClass.class,
                    status -> metrics.platformTime.of(call.toString(), status.toString())));
    retries =
        new Cells<>(
            Call.class,
            call ->
                new Cells<>(
                    RetryCause.class, cause -> metrics.retries.of(call.toString(), nameOf(cause))));
  }

  private static String nameOf(RetryCause cause) {
    return cause.name().toLowerCase(Locale.ROOT);
  }

  void answered(Call call, StatusClass status, Duration took) {
    times.get(call).get(status).record(took.toNanos());
  }

  void retried(Call call, RetryCause cause) {
    retries.get(call).get(cause).increment();
  }

  /** Has every retry stand at zero before the first one. */
  void expect() {
    for (Call call : Call.values()) {
      for (RetryCause cause : RetryCause.values()) {
        retries.get(call).get(cause);
      }
    }
  }
}
