package io.axptoken.client.platform;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** One request for a token that came in at the door: before it, inside, or out again. */
final class Admitted extends CompletableFuture<EndUserToken> {
  private enum Place {
    BEFORE,
    INSIDE,
    OUT
  }

  private final EndUser user;
  private final Deadline deadline;
  private final Function<Deadline, ? extends CompletionStage<EndUserToken>> work;
  private final AtomicReference<Place> place = new AtomicReference<>(Place.BEFORE);

  /** Before the door. */
  Admitted(
      EndUser user,
      Deadline deadline,
      Function<Deadline, ? extends CompletionStage<EndUserToken>> work) {
    this.user = user;
    this.deadline = deadline;
    this.work = work;
  }

  EndUser user() {
    return user;
  }

  Deadline deadline() {
    return deadline;
  }

  /** Begins what it came for. */
  CompletionStage<EndUserToken> begin() {
    return work.apply(deadline);
  }

  /** False if it went away meanwhile. */
  boolean goIn() {
    return place.compareAndSet(Place.BEFORE, Place.INSIDE);
  }

  /** Whether it leaves from inside; false also if it has left before. */
  boolean goOut() {
    return place.compareAndSet(Place.INSIDE, Place.OUT);
  }

  /** Whether it goes away without having been inside. */
  boolean giveUp() {
    return place.compareAndSet(Place.BEFORE, Place.OUT);
  }
}
