package io.axptoken.service.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A watchdog is to bite when a single event loop hangs. */
class HeartbeatTest {
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(3));
  private final Semaphore beats = new Semaphore(0);

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void aLoopThatHangsStopsIt() throws Exception {
    Context one = vertx.getOrCreateContext();
    Context other = vertx.getOrCreateContext();
    CountDownLatch hanging = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Heartbeat.start(vertx, List.of(one, other), Duration.ofMillis(5), beats::release);
    assertThat(beats.tryAcquire(3, 20, TimeUnit.SECONDS)).isTrue();

    other.runOnContext(_ -> {
      hanging.countDown();
      waitFor(end);
    });
    assertThat(hanging.await(20, TimeUnit.SECONDS)).isTrue();
    beats.drainPermits();
    // One may have been under way.
    boolean twice = beats.tryAcquire(2, 200, TimeUnit.MILLISECONDS);
    end.countDown();

    assertThat(twice).isFalse();
    assertThat(beats.tryAcquire(3, 20, TimeUnit.SECONDS)).isTrue();
  }

  private static void waitFor(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
