package io.axptoken.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of which every event is chosen, and what must hold whatever is chosen. Whenever the
 * cache reads its clock or begins a fetch, it is between two looks at its state: there another
 * event may come in between, as another thread's would.
 */
final class ExploredTokens {
  private static final Duration LIFETIME = Duration.ofSeconds(100);

  private final Choices choices;
  private final AccessTokens tokens;
  private final List<CompletableFuture<AccessToken>> waiting = new ArrayList<>();
  private final List<AccessToken> handedOut = new ArrayList<>();
  private final Set<AccessToken> refused = new HashSet<>();
  private final Set<AccessToken> dropped = new HashSet<>();
  private @Nullable CompletableFuture<Grant> inFlight;
  private @Nullable AccessToken newest;
  private int granted;
  private int mayIntervene;
  private boolean intervening;
  private boolean twoAtOnce;
  private long now;

  ExploredTokens(Choices choices, int interventions) {
    this.choices = choices;
    this.mayIntervene = interventions;
    InstantSource clock = () -> Instant.ofEpochMilli(readClock());
    this.tokens =
        new AccessTokens(
            (_, _) -> fetch(), clock, () -> clock.millis() * 1_000_000, new Backoff(() -> 0.5));
  }

  /** So many events, then all that is under way ends. */
  void play(int events) {
    for (int i = 0; i < events; i++) {
      happen(choices.among(Event.values().length));
      assertThat(twoAtOnce).as("two fetches at once").isFalse();
      newestIsKept();
    }
    intervening = true; // No more surprises.
    while (inFlight != null) {
      end(true);
    }
    assertThat(waiting).as("everybody who waits hears").allMatch(CompletableFuture::isDone);
  }

  /** What can happen. */
  private enum Event {
    ASK,
    REFUSE_FIRST,
    REFUSE_LAST,
    FETCH_SUCCEEDS,
    FETCH_FAILS,
    GROW_OLD,
    EXPIRE,
    RENEWED_IN_VAIN
  }

  private void happen(int which) {
    switch (Event.values()[which]) {
      case ASK -> ask();
      case REFUSE_FIRST -> refuse(0);
      case REFUSE_LAST -> refuse(handedOut.size() - 1);
      case FETCH_SUCCEEDS -> end(true);
      case FETCH_FAILS -> end(false);
      case GROW_OLD -> now += LIFETIME.toMillis() * 4 / 5;
      case EXPIRE -> now += LIFETIME.toMillis();
      case RENEWED_IN_VAIN -> tokens.renewedInVain(new IllegalStateException("refused again"));
    }
  }

  private void ask() {
    AccessToken known = newest;
    Set<AccessToken> droppedBefore = Set.copyOf(dropped);
    long begin = now;
    AccessToken ready = tokens.ready();
    if (ready == null) {
      waitFor(tokens.fetched());
      return;
    }
    assertThat(droppedBefore).as("no refused token is handed out again").doesNotContain(ready);
    assertThat(number(ready))
        .as("no older one than is known")
        .isGreaterThanOrEqualTo(number(known));
    assertThat(ready.isUsable(begin)).as("no ended one").isTrue();
    handedOut.add(ready);
  }

  private void waitFor(CompletableFuture<AccessToken> shared) {
    waiting.add(shared);
    if (shared.isDone() && !shared.isCompletedExceptionally()) {
      handedOut.add(shared.join());
    }
  }

  private void refuse(int which) {
    if (which < 0 || handedOut.isEmpty()) {
      return;
    }
    AccessToken token = handedOut.get(which);
    refused.add(token);
    if (tokens.reject(token)) {
      dropped.add(token);
    }
  }

  private void end(boolean well) {
    CompletableFuture<Grant> ending = inFlight;
    if (ending == null) {
      return;
    }
    inFlight = null;
    if (well) {
      granted++;
      ending.complete(new Grant(Map.of("number", Integer.toString(granted)), LIFETIME));
      rememberNewest();
    } else {
      ending.completeExceptionally(new IllegalStateException("no platform"));
    }
  }

  private void rememberNewest() {
    for (CompletableFuture<AccessToken> one : waiting) {
      if (one.isDone() && !one.isCompletedExceptionally() && number(one.join()) > number(newest)) {
        newest = one.join();
        handedOut.add(newest);
      }
    }
  }

  /** The news of an old token's refusal must not cost a new one its place. */
  private void newestIsKept() {
    if (newest != null && !refused.contains(newest) && newest.isFresh(now * 1_000_000)) {
      boolean before = intervening;
      intervening = true;
      assertThat(tokens.ready()).as("a token that nobody refused stays").isNotNull();
      intervening = before;
    }
  }

  private CompletionStage<Grant> fetch() {
    twoAtOnce |= inFlight != null; // What is thrown here would not be heard of.
    CompletableFuture<Grant> begun = new CompletableFuture<>();
    inFlight = begun;
    intervene();
    return begun;
  }

  private long readClock() {
    long read = now;
    intervene();
    return read;
  }

  private void intervene() {
    if (intervening || mayIntervene == 0) {
      return;
    }
    int which = choices.among(Event.values().length + 1);
    if (which == 0) {
      return;
    }
    mayIntervene--;
    intervening = true;
    happen(which - 1);
    intervening = false;
  }

  private static int number(@Nullable AccessToken token) {
    return token == null ? 0 : Integer.parseInt(token.headers().getOrDefault("number", "0"));
  }
}
