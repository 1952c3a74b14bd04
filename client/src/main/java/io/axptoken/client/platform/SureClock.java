package io.axptoken.client.platform;

import java.time.Instant;
import java.time.InstantSource;

/** A clock of the library's user, or the system's where that one fails. */
final class SureClock implements InstantSource {
  private final InstantSource clock;
  private final Dropped dropped = new Dropped("clock");

  SureClock(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Instant instant() {
    try {
      Instant now = clock.instant();
      if (now != null) {
        return now;
      }
    } catch (Throwable e) { // A clock that fails must not keep anybody waiting.
      dropped.met(e);
    }
    return InstantSource.system().instant();
  }
}
