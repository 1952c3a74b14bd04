package io.axptoken.service.observe.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a server counts: what all of them do, and the families that a program adds. Counting is a
 * matter of nanoseconds and needs no library; the one that shows it is loaded when somebody looks
 * for the first time. Label values come from the configuration and from enums, never from a
 * request. Safe for use by many threads.
 */
public final class Metrics {
  private final Set<String> names = ConcurrentHashMap.newKeySet();
  private final List<Family<LongAdder>> counters = new CopyOnWriteArrayList<>();
  private final List<Family<Histogram>> histograms = new CopyOnWriteArrayList<>();
  private final List<Family<DoubleSupplier>> gauges = new CopyOnWriteArrayList<>();
  private final Queue<Runnable> expectations = new ConcurrentLinkedQueue<>();
  private final InFlight inFlight = new InFlight();
  private final InstantSource clock;

  private final Family<LongAdder> logLines =
      counter("axp_log_lines_lost", "Log lines that the output did not take.", "log");
  private final Family<DoubleSupplier> certificate =
      gauge(
          "axp_certificate_expires_in_seconds",
          "Time until the certificate ends; negative when it has.",
          "which");
  private final Family<DoubleSupplier> ready =
      gauge("axp_ready", "Whether the server takes requests: 1, or 0 while it starts or stops.");

  /** Counts nothing yet. */
  public Metrics(InstantSource clock) {
    this.clock = clock;
    gauge("http_server_in_flight", "Requests that are not answered yet.").put(inFlight::now);
  }

  /**
   * Adds a counter.
   *
   * @param name as it is exposed, but without {@code _total}; of no other metric
   */
  public Family<LongAdder> counter(String name, String help, String... labels) {
    Family<LongAdder> family = new Family<>(free(name), help, LongAdder::new, labels);
    counters.add(family);
    return family;
  }

  /** Adds a histogram of durations. */
  public Family<Histogram> histogram(String name, String help, String... labels) {
    Family<Histogram> family = new Family<>(free(name), help, Histogram::new, labels);
    histograms.add(family);
    return family;
  }

  /** Adds a gauge; what is not a number is not shown. */
  public Family<DoubleSupplier> gauge(String name, String help, String... labels) {
    Family<DoubleSupplier> family = new Family<>(free(name), help, () -> () -> Double.NaN, labels);
    gauges.add(family);
    return family;
  }

  /** Has cells stand at zero before anything happens; done when somebody looks. */
  public void expect(Runnable cells) {
    expectations.add(cells);
  }

  /** Seconds until then by the wall clock, negative afterwards; not a number without an end. */
  public double secondsUntil(@Nullable Instant end) {
    return end == null ? Double.NaN : Duration.between(clock.instant(), end).toMillis() / 1000.0;
  }

  /** Shows how long the certificate lasts that the server uses from now on. */
  public void serverCertificate(Instant end) {
    certificate.put(() -> secondsUntil(end), "server");
  }

  /** Shows whether load balancers should send requests here. */
  public void readiness(BooleanSupplier isReady) {
    ready.put(() -> isReady.getAsBoolean() ? 1 : 0);
  }

  /** Shows how many lines each log has lost. */
  public void logLinesLost(Map<String, LongAdder> lost) {
    lost.forEach((log, count) -> logLines.put(count, log));
  }

  /** Counts the requests that are not answered yet. */
  public InFlight inFlight() {
    return inFlight;
  }

  /** Two of one name could not be shown: every look would fail. */
  private String free(String name) {
    if (!names.add(name)) {
      throw new IllegalStateException("there is a metric " + name + " already");
    }
    return name;
  }

  /** Makes the cells that are expected. */
  void prepare() {
    for (Runnable next = expectations.poll(); next != null; next = expectations.poll()) {
      next.run();
    }
  }

  List<Family<LongAdder>> counters() {
    return counters;
  }

  List<Family<Histogram>> histograms() {
    return histograms;
  }

  List<Family<DoubleSupplier>> gauges() {
    return gauges;
  }
}
