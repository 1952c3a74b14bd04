package io.axptoken.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformStatus;
import io.axptoken.client.TokenPlatform;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A platform that is made late. */
class LatePlatformTest {
  private static final int CALLERS = 32;

  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  private final LatePlatform late =
      new LatePlatform(() -> {
        made.incrementAndGet();
        return new Platform();
      });

  @Test
  void itIsNotMadeUntilItIsAsked() {
    assertThat(made).hasValue(0);
    assertThat(late.issue(EndUser.withId("user"))).isCompleted();
    assertThat(made).hasValue(1);
  }

  @Test
  void itIsMadeOnceHoweverManyAreTheFirstToAsk() throws Exception {
    CyclicBarrier start = new CyclicBarrier(CALLERS);
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<EndUserToken>> answers =
          IntStream.range(0, CALLERS)
              .mapToObj(i ->
                  callers.submit(() -> {
                    start.await();
                    return late.issueAndWait(EndUser.withId("user-" + i));
                  }))
              .toList();
      for (Future<EndUserToken> answer : answers) {
        assertThat(answer.get().value()).isEqualTo("token");
      }
    }
    assertThat(made).hasValue(1);
  }

  @Test
  void closingItClosesWhatWasMade() {
    late.prepare();
    late.close();

    assertThat(made).hasValue(1);
    assertThat(closed).hasValue(1);
  }

  private final class Platform implements TokenPlatform {
    @Override
    public CompletionStage<EndUserToken> issue(EndUser user) {
      return CompletableFuture.completedFuture(new EndUserToken("token", Instant.MAX));
    }

    @Override
    public CompletionStage<Void> prepare() {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public PlatformStatus status() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }
}
