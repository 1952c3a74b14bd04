package io.axptoken.push.fcm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of sending a message. */
public sealed interface Reply {
  /** FCM has it. */
  record Sent() implements Reply {}

  /**
   * It may work later.
   *
   * @param error such as {@code UNAVAILABLE}
   * @param after how long FCM asks to wait, or {@code null}
   */
  record Later(String error, @Nullable Duration after) implements Reply {}

  /**
   * Nobody was asked, for a reason of ours: the message is as good as before.
   *
   * @param error such as {@code STORE_UNAVAILABLE}
   * @param after how long to wait
   */
  record NotAsked(String error, Duration after) implements Reply {}

  /** The device is there no more, or never was this project's. */
  record Gone(String error) implements Reply {}

  /** FCM does not take such a message. */
  record BadMessage(String error) implements Reply {}

  /** FCM or the OAuth host refuses the account: nothing of its configuration gets through. */
  record Refused(String error) implements Reply {}

  /** The access token is not good, or no more. */
  record Unauthenticated() implements Reply {}
}
