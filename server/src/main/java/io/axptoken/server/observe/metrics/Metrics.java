package io.axptoken.server.observe.metrics;

import io.axptoken.client.PlatformListener;
import io.axptoken.client.PlatformStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What this server counts. Counting is a matter of nanoseconds and needs no library; the one that
 * shows it is loaded when somebody looks for the first time. Label values come from the
 * configuration and from enums, never from a request. Safe for use by many threads.
 */
public final class Metrics {
  private final Families families = new Families();
  private final PlatformCalls calls = new PlatformCalls(families);
  private final Reloads reloads = new Reloads(families);
  private final InFlight inFlight = new InFlight();
  private final InstantSource clock;
  private final Queue<Runnable> expectations = new ConcurrentLinkedQueue<>();

  /** Counts nothing yet. */
  public Metrics(InstantSource clock) {
    this.clock = clock;
    families.inFlight.put(inFlight::now);
    expectations.add(calls::expect);
    expectations.add(reloads::expect);
    expectations.add(() -> Stream.of("address", "user").forEach(this::limited));
  }

  /**
   * The token requests of an integration.
   *
   * @param modes the identity modes that it has
   * @param reasons why a request may be refused
   * @param nameOf how a reason is shown
   * @param isOurs whether a reason is no caller's fault: it is shown before it ever happens
   */
  public <R extends Enum<R>> TokenMeters<R> tokens(
      String integration,
      List<String> modes,
      Class<R> reasons,
      Function<R, String> nameOf,
      Predicate<R> isOurs) {
    TokenMeters<R> meters = new TokenMeters<>(families, integration, reasons, nameOf);
    expectations.add(
        () -> meters.expect(modes, Stream.of(reasons.getEnumConstants()).filter(isOurs).toList()));
    return meters;
  }

  /** Token requests that were refused by a limit, by {@code address} or by {@code user}. */
  public LongAdder limited(String stage) {
    return families.limited.of(stage);
  }

  /** Hears of the calls to an integration's platform. */
  public PlatformListener platform(String integration) {
    PlatformMeters meters = new PlatformMeters(families, calls, integration);
    expectations.add(meters::expect);
    return meters;
  }

  /** Shows how an integration's platform stands. */
  public void watch(String integration, Supplier<PlatformStatus> status) {
    families.breaker.put(() -> state(status.get().breaker()), integration);
    families.expiry.put(() -> secondsUntil(status.get().accessToken().endsAt()), integration);
  }

  /** Shows how long the certificate lasts that the server uses from now on. */
  public void serverCertificate(Instant end) {
    families.certificate.put(() -> secondsUntil(end), "server");
  }

  /** Shows whether load balancers should send requests here. */
  public void readiness(BooleanSupplier ready) {
    families.ready.put(() -> ready.getAsBoolean() ? 1 : 0);
  }

  /** Shows how many lines each log has lost. */
  public void logLinesLost(Map<String, LongAdder> lost) {
    lost.forEach((log, count) -> families.logLines.put(count, log));
  }

  /** Counts reloads. */
  public Reloads reloads() {
    return reloads;
  }

  /** Counts the requests that are not answered yet. */
  public InFlight inFlight() {
    return inFlight;
  }

  /** All there is, with zeros for what has not happened yet but is to be expected. */
  Families families() {
    for (Runnable next = expectations.poll(); next != null; next = expectations.poll()) {
      next.run();
    }
    return families;
  }

  private static double state(PlatformStatus.Breaker breaker) {
    return switch (breaker) {
      case OFF, CLOSED -> 0;
      case HALF_OPEN -> 1;
      case OPEN -> 2;
    };
  }

  private double secondsUntil(@Nullable Instant end) {
    return end == null ? Double.NaN : Duration.between(clock.instant(), end).toMillis() / 1000.0;
  }
}
