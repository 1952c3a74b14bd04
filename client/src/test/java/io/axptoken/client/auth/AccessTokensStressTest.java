package io.axptoken.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.contract.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Many threads at once: refresh against refusal against expiry against failure. */
class AccessTokensStressTest {
  private static final int CALLERS = 200;
  private static final int CALLS = 200;
  private final Exception failure = new IllegalStateException("no platform today");

  private final MutableClock clock = new MutableClock();
  private final Map<AccessToken, Long> rejectedAt = new ConcurrentHashMap<>();
  private final AtomicLong events = new AtomicLong();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();
  private final AtomicLong fetches = new AtomicLong();
  private final AtomicLong served = new AtomicLong();
  private final AccessTokens tokens =
      new AccessTokens((_, _) -> begin(), clock, clock::nanoTime, new Backoff(() -> 0.5));

  /* Hundreds of refusals are the point here, not news. */
  private final Logger log = Logger.getLogger(AccessTokens.class.getName());

  @BeforeEach
  void beQuiet() {
    log.setLevel(Level.OFF);
  }

  @AfterEach
  void speakAgain() {
    log.setLevel(null);
  }

  @RepeatedTest(5)
  void neverTwoFetchesNeverARefusedTokenAgainNeverAWaitWithoutEnd() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> callers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        callers.add(
            threads.submit(() -> {
              start.await();
              call();
              return null;
            }));
      }
      start.countDown();
      for (Future<?> caller : callers) {
        caller.get(60, TimeUnit.SECONDS);
      }
    }
    assertThat(mostInFlight).hasValue(1);
    assertThat(served).hasValueGreaterThan(CALLERS);
    assertThat(fetches).hasValueGreaterThan(10);
  }

  private void call() throws Exception {
    for (int i = 0; i < CALLS; i++) {
      long begun = events.incrementAndGet();
      AccessToken token = take();
      if (token != null) {
        assertThat(rejectedAt.getOrDefault(token, Long.MAX_VALUE)).isGreaterThan(begun);
        use(token);
      }
    }
  }

  private @Nullable AccessToken take() throws Exception {
    AccessToken ready = tokens.ready();
    if (ready != null) {
      return ready;
    }
    try {
      return tokens.fetched().get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      assertThat(e).hasCause(failure);
      clock.advance(Duration.ofMillis(5));
      return null;
    } catch (TimeoutException e) {
      throw new AssertionError("Waited for ever", e);
    }
  }

  private void use(AccessToken token) {
    served.incrementAndGet();
    switch (ThreadLocalRandom.current().nextInt(100)) {
      case 0, 1, 2 -> reject(token);
      case 3 -> clock.advance(Duration.ofSeconds(90));
      case 4 -> clock.advance(Duration.ofMillis(700));
      case 5 -> clock.advance(Duration.ofSeconds(-5));
      case 6 -> tokens.renewedInVain(failure);
      default -> tokens.renewed();
    }
  }

  /* Noted after the refusal took hold: only who comes later must not get the token. */
  private void reject(AccessToken token) {
    if (tokens.reject(token)) {
      rejectedAt.putIfAbsent(token, events.incrementAndGet());
    }
  }

  private CompletionStage<Grant> begin() {
    long number = fetches.incrementAndGet();
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    CompletableFuture<Grant> fetch = new CompletableFuture<>();
    Runnable end = () -> end(fetch, number);
    if (number % 5 == 0) {
      end.run();
    } else {
      Thread.ofVirtual().start(end);
    }
    return fetch;
  }

  private void end(CompletableFuture<Grant> fetch, long number) {
    inFlight.decrementAndGet();
    if (number % 3 == 0) {
      fetch.completeExceptionally(failure);
    } else {
      fetch.complete(new Grant(Map.of("name", "n" + number), Duration.ofSeconds(100)));
    }
  }
}
