package io.axptoken.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.PlatformStatus.AccessToken.Stage;
import io.axptoken.client.contract.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A clock that somebody sets changes neither the life of a token nor a pause. */
class AccessTokensClockTest {
  private static final Duration LIFE = Duration.ofMinutes(15);

  private final MutableClock clock = new MutableClock();
  private final List<CompletableFuture<Grant>> fetches = new ArrayList<>();
  private final AccessTokens tokens =
      new AccessTokens((_, _) -> begin(), clock, clock::nanoTime, new Backoff(() -> 0.0));

  private CompletableFuture<Grant> begin() {
    fetches.add(new CompletableFuture<>());
    return fetches.getLast();
  }

  private void fetch() {
    CompletableFuture<AccessToken> waiting = tokens.fetched();
    fetches.getLast().complete(new Grant(Map.of("token", "a"), LIFE));
    assertThat(waiting).isCompleted();
  }

  @Test
  void forwardAndBackItCostsNoFetchAndLengthensNoLife() {
    fetch();
    clock.set(Duration.ofHours(3));
    assertThat(tokens.ready()).isNotNull();
    clock.advance(LIFE);
    fetch();
    clock.set(Duration.ofHours(-3));

    assertThat(tokens.ready()).isNotNull();
    assertThat(fetches).hasSize(2);
    clock.advance(LIFE);
    assertThat(tokens.ready()).isNull();
    assertThat(tokens.status().stage()).isEqualTo(Stage.EXPIRED);
  }

  @Test
  void itNeitherLengthensNorShortensAPause() {
    CompletableFuture<AccessToken> waiting = tokens.fetched();
    fetches.getLast().completeExceptionally(new IllegalStateException("no platform"));
    assertThat(waiting).isCompletedExceptionally();

    clock.set(Duration.ofHours(-1));
    assertThat(tokens.fetched()).isCompletedExceptionally();
    clock.set(Duration.ofHours(4));
    assertThat(tokens.fetched()).isCompletedExceptionally();
    clock.advance(Duration.ofMillis(100));

    assertThat(tokens.fetched()).isNotDone();
  }
}
