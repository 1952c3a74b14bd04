package io.axptoken.push.delivery;

import io.axptoken.push.settings.RetentionSettings;
import io.axptoken.push.store.Configs;
import io.axptoken.push.store.Devices;
import io.axptoken.push.store.Outbox;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the store every few seconds for health and metrics, which then cost no query, and every
 * minute puts it in order.
 */
public final class Housekeeping implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Housekeeping.class.getName());
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final int LOOKS_PER_SWEEP = 12;

  private final Outbox outbox;
  private final Devices devices;
  private final Configs configs;
  private final Supplier<RetentionSettings> retention;
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile Look look = new Look(false, Map.of(), Map.of(), null, List.of());

  /**
   * What was seen.
   *
   * @param reachable whether the database answered
   * @param rows of the outbox, by state
   * @param devices by state
   * @param oldest since when the oldest row waits, or {@code null} if none does
   * @param paused configurations that FCM refuses
   */
  public record Look(
      boolean reachable,
      Map<String, Long> rows,
      Map<String, Long> devices,
      @Nullable Instant oldest,
      List<Configs.Paused> paused) {}

  /** Begins at once; the settings are asked for each time. */
  public Housekeeping(
      Outbox outbox, Devices devices, Configs configs, Supplier<RetentionSettings> retention) {
    this.outbox = outbox;
    this.devices = devices;
    this.configs = configs;
    this.retention = retention;
    Thread.ofVirtual().name("push-housekeeping").start(this::run);
  }

  /** What was seen last. */
  public Look look() {
    return look;
  }

  private void run() {
    try {
      int looks = 0;
      do {
        turn(looks++ % LOOKS_PER_SWEEP == 0);
      } while (!end.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn(boolean sweep) {
    try {
      if (sweep) {
        outbox.sweep(retention.get().delivered());
        devices.markStale(retention.get().staleDevices());
      }
      look =
          new Look(
              true,
              outbox.counts(),
              devices.counts(),
              outbox.oldest().orElse(null),
              configs.paused());
    } catch (RuntimeException failure) {
      Look last = look;
      look = new Look(false, last.rows(), last.devices(), last.oldest(), last.paused());
      LOG.log(Level.DEBUG, "the store cannot be looked at", failure);
    }
  }

  @Override
  public void close() {
    end.countDown();
  }
}
