package io.axptoken.push.observe;

import io.axptoken.push.delivery.Housekeeping;
import io.axptoken.push.delivery.Sends;
import io.axptoken.push.store.Settled;
import io.axptoken.service.observe.metrics.Family;
import io.axptoken.service.observe.metrics.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** Every metric that is the connector's own, as docs/push.md lists them. */
public final class PushMetrics {
  private static final List<String> DEVICES = List.of("active", "dead", "stale");

  private final Family<LongAdder> sends;
  private final Family<LongAdder> events;
  private final Family<LongAdder> limited;
  private final Family<DoubleSupplier> oldest;
  private final Family<DoubleSupplier> rows;
  private final Family<DoubleSupplier> devices;
  private final InstantSource clock;

  /** Adds them to those of every server. */
  public PushMetrics(Metrics metrics, InstantSource clock) {
    this.clock = clock;
    this.sends =
        metrics.counter("axp_push_sends", "Attempts to send, by how they ended.", "outcome");
    this.events = metrics.counter("axp_push_events", "Events by what was answered.", "outcome");
    this.limited =
        metrics.counter("axp_push_rate_limited", "Requests that a limit refused.", "stage");
    this.oldest =
        metrics.gauge("axp_push_outbox_oldest_seconds", "How long the oldest unsent row waits.");
    this.rows = metrics.gauge("axp_push_outbox_rows", "Rows of the outbox.", "state");
    this.devices = metrics.gauge("axp_push_devices", "Registered devices.", "state");
    metrics.expect(() -> Stream.of(Sends.Outcome.values()).forEach(one -> sends.of(one.label())));
    metrics.expect(() -> Stream.of("accepted", "refused", "failed").forEach(this::events));
    metrics.expect(() -> limited("address"));
  }

  /** Sends that ended so. */
  public LongAdder sends(String outcome) {
    return sends.of(outcome);
  }

  /** Events that were {@code accepted}, {@code refused} or {@code failed}. */
  public LongAdder events(String outcome) {
    return events.of(outcome);
  }

  /** Requests that were refused by a limit. */
  public LongAdder limited(String stage) {
    return limited.of(stage);
  }

  /** Shows what housekeeping sees. */
  public void watch(Housekeeping store) {
    oldest.put(() -> seconds(store.look().oldest()));
    for (Settled.State state : Settled.State.values()) {
      rows.put(() -> store.look().rows().getOrDefault(state.label(), 0L), state.label());
    }
    DEVICES.forEach(
        state -> devices.put(() -> store.look().devices().getOrDefault(state, 0L), state));
  }

  private double seconds(@org.jspecify.annotations.Nullable Instant since) {
    return since == null
        ? 0
        : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
  }
}
