package io.axptoken.push.fcm;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.testing.Fuzz;
import java.time.Duration;
import java.time.Instant;

/** Whatever FCM or a proxy answers, it is a reply, and no device dies without a code of FCM's. */
public final class FcmAnswerFuzz {
  private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

  private FcmAnswerFuzz() {}

  /** The entry point of the fuzzer: a status, a Retry-After and a body, with blanks between. */
  public static void fuzzerTestOneInput(byte[] input) {
    String[] parts = Fuzz.utf8(input).split(" ", 3);
    if (parts.length < 3 || !parts[0].matches("[1-5][0-9][0-9]")) {
      return;
    }
    switch (Answers.read(Integer.parseInt(parts[0]), parts[1], parts[2], NOW)) {
      case Reply.Gone(String error) -> {
        require(parts[2].contains("google"), "Only FCM's own error has a device dead");
        require(error.length() <= 100, "The reason fits its column");
      }
      case Reply.Later(String error, Duration after) -> {
        require(error.length() <= 200, "The error fits its column");
        require(
            after == null || (!after.isNegative() && after.toHours() <= 1), "A wait has bounds");
      }
      case Reply.NotAsked _ -> throw new AssertionError("FCM answered");
      case Reply.Sent _, Reply.BadMessage _, Reply.Refused _, Reply.Unauthenticated _ -> {}
    }
  }
}
