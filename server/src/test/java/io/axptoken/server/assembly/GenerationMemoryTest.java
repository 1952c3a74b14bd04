package io.axptoken.server.assembly;

import static org.awaitility.Awaitility.await;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.server.fixture.TestSettings;
import io.axptoken.server.issue.FailureLog;
import io.axptoken.server.observe.TokenMetrics;
import io.axptoken.server.settings.Settings;
import io.axptoken.service.observe.health.Health;
import io.axptoken.service.observe.trace.Tracing;
import io.axptoken.service.reload.LongLived;
import io.axptoken.service.time.Ticker;
import io.vertx.core.Vertx;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a server remembers does not grow with the changes that it has seen. */
class GenerationMemoryTest {

  @Test
  void generationsOfLongAgoAreHeldByNoLaterOne() {
    Vertx vertx = Vertx.vertx();
    try (AxpSandbox sandbox = AxpSandbox.start()) {
      Settings settings = new TestSettings(sandbox).build();
      List<WeakReference<?>> old = new ArrayList<>();

      TokenGeneration last = afterSomeChanges(vertx, settings, old);

      await()
          .until(() -> {
            System.gc();
            return old.stream().allMatch(gone -> gone.get() == null);
          });
      last.close();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static TokenGeneration afterSomeChanges(
      Vertx vertx, Settings settings, List<WeakReference<?>> old) {
    LongLived lasting = LongLived.of(vertx, Clock.systemUTC(), new Health(), Tracing.OFF);
    TokenParts parts =
        new TokenParts(
            lasting, new FailureLog(Ticker.SYSTEM), new TokenMetrics(lasting.metrics()), Map.of());
    TokenGeneration now = TokenGeneration.first(settings, PlatformPlan.of(settings), parts);
    for (int i = 0; i < 3; i++) {
      old.add(new WeakReference<>(now.platforms()));
      old.add(new WeakReference<>(now.wiring().verifiers()));
      now = now.next(settings, TrustedKeys.of(settings));
      now.enforce();
    }
    return now;
  }
}
