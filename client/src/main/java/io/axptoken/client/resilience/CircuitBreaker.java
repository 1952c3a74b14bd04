package io.axptoken.client.resilience;

import io.axptoken.client.PlatformStatus.Breaker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a platform alone that fails half of the time.
 *
 * <ul>
 *   <li>Closed, it lets all calls through and remembers how the last twenty of them ended. Ten
 *       failures among these open it.
 *   <li>Open, it lets one call through after 0.2 s, 0.4 s, 0.8 s and from then on every 0.8 s, of
 *       which chance takes at most a half. These probes do not wait for each other: one that hangs
 *       must not keep a platform that is well again out of use.
 *   <li>The first probe that succeeds closes it, half filled with failures: five more open it
 *       again.
 * </ul>
 *
 * Safe for use by many threads; while all goes well it only reads.
 *
 * @param <C> why it opened
 */
public final class CircuitBreaker<C> {
  static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  static final Duration LONGEST_PAUSE = Duration.ofMillis(800);

  private final LongSupplier nanoTime;
  private final DoubleSupplier random;
  private final Consumer<Breaker> listener;
  private final AtomicReference<Permit> phase = new AtomicReference<>(new Closed(0));
  private Breaker told = Breaker.CLOSED;

  /**
   * Closed.
   *
   * @param nanoTime a clock that nobody sets, such as {@link System#nanoTime}
   * @param random gives numbers from 0 (included) to 1
   * @param listener hears of every change, one after the other; the last it hears is true
   */
  public CircuitBreaker(LongSupplier nanoTime, DoubleSupplier random, Consumer<Breaker> listener) {
    this.nanoTime = nanoTime;
    this.random = random;
    this.listener = listener;
  }

  /** The permission to make one call, whose end is to be told with it. */
  public sealed interface Permit {}

  /** A permit, or {@code null} if the call is not to be made. */
  public @Nullable Permit enter() {
    Permit seen = phase.get();
    if (!(seen instanceof Open<?> open)) {
      return seen;
    }
    long now = nanoTime.getAsLong();
    if (now - open.probeAt < 0) {
      return null;
    }
    Open<?> probed = open.probed(now, random.getAsDouble());
    if (!phase.compareAndSet(open, probed)) {
      return null;
    }
    tell();
    return probed;
  }

  /** The call reached a platform that works. */
  public void succeeded(Permit permit) {
    if (permit instanceof Closed closed) {
      closed.add(0);
      return;
    }
    Permit seen = phase.get();
    while (seen instanceof Open<?>) { // Another probe may go out at this very moment.
      phase.compareAndSet(seen, new Closed(Closed.HALF_FULL));
      seen = phase.get();
      tell();
    }
  }

  /** The call did not. What is told of a call from before the last opening is old news. */
  public void failed(Permit permit, C cause) {
    if (permit instanceof Closed closed && closed.add(1)) {
      phase.compareAndSet(closed, Open.first(cause, nanoTime.getAsLong(), random.getAsDouble()));
      tell();
    } else if (permit instanceof Open<?> probed && phase.compareAndSet(probed, probed.failed())) {
      tell();
    }
  }

  private Breaker stage() {
    if (!(phase.get() instanceof Open<?> open)) {
      return Breaker.CLOSED;
    }
    return open.probing ? Breaker.HALF_OPEN : Breaker.OPEN;
  }

  /** One at a time, so that no old news comes last. */
  private synchronized void tell() {
    Breaker now = stage();
    if (now != told) {
      told = now;
      listener.accept(now);
    }
  }

  /** Why it is open, or {@code null} if it is not. */
  @SuppressWarnings("unchecked") // Only causes of this type ever get in.
  public @Nullable C cause() {
    return phase.get() instanceof Open<?> open ? (C) open.cause : null;
  }

  /** Whether calls are let through now. */
  public Breaker state() {
    if (!(phase.get() instanceof Open<?> open)) {
      return Breaker.CLOSED;
    }
    return open.probeAt - nanoTime.getAsLong() > 0 ? Breaker.OPEN : Breaker.HALF_OPEN;
  }

  /** How long until the next call is let through; nothing if one would be now. */
  public Duration pause() {
    long left = phase.get() instanceof Open<?> open ? open.probeAt - nanoTime.getAsLong() : 0;
    return Duration.ofNanos(Math.max(0, left));
  }

  /** The last calls' ends, one bit each, the newest lowest; one is a failure. */
  private static final class Closed implements Permit {
    static final long HALF_FULL = 0b11111;

    private static final long LAST_TWENTY = (1L << 20) - 1;
    private static final int TOO_MANY = 10;

    private final AtomicLong ends;

    Closed(long ends) {
      this.ends = new AtomicLong(ends);
    }

    /** True when there are too many failures now. */
    boolean add(long failure) {
      long seen = ends.get();
      while (seen != 0 || failure != 0) {
        long next = (seen << 1 | failure) & LAST_TWENTY;
        long found = ends.compareAndExchange(seen, next);
        if (found == seen) {
          return Long.bitCount(next) >= TOO_MANY;
        }
        seen = found;
      }
      return false;
    }
  }

  private record Open<C>(C cause, long probeAt, long pause, boolean probing) implements Permit {
    static <C> Open<C> first(C cause, long now, double chance) {
      return after(cause, now, FIRST_PAUSE.toNanos(), chance, false);
    }

    Open<C> probed(long now, double chance) {
      return after(cause, now, Math.min(LONGEST_PAUSE.toNanos(), 2 * pause), chance, true);
    }

    /** The newest probe failed. */
    Open<C> failed() {
      return new Open<>(cause, probeAt, pause, false);
    }

    private static <C> Open<C> after(
        C cause, long now, long pause, double chance, boolean probing) {
      return new Open<>(cause, now + pause - (long) (pause / 2.0 * chance), pause, probing);
    }
  }
}
