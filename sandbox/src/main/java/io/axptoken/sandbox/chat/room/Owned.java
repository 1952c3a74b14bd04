package io.axptoken.sandbox.chat.room;

import java.time.Instant;

/** What belongs to a user, and ends when it is idle for long. */
interface Owned {
  String id();

  UserId user();

  /** When it was of use last. */
  Instant usedAt();

  void usedAt(Instant time);
}
