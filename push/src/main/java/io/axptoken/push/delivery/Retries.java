package io.axptoken.push.delivery;

import io.axptoken.push.fcm.Reply;
import io.axptoken.push.settings.FcmSettings;
import io.axptoken.push.store.Parcel;
import io.axptoken.push.store.Settled;
import io.axptoken.push.store.Settled.State;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is done about a reply. The wait triples with each attempt, up to an hour, and is longer by
 * chance, so that what failed together does not come back together.
 */
final class Retries {
  /** A configuration that is refused is tried again after this time. */
  static final Duration PAUSE = Duration.ofSeconds(30);

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final double SPREAD = 0.5;

  private final DoubleSupplier chance;

  /**
   * Waits by chance.
   *
   * @param chance from 0 to 1
   */
  Retries(DoubleSupplier chance) {
    this.chance = chance;
  }

  Settled settle(Parcel parcel, Reply reply, FcmSettings settings, Instant now) {
    return switch (reply) {
      case Reply.Sent _ -> new Settled(parcel, State.SENT, now, true, "", null, null);
      case Reply.Later(String error, Duration after) -> later(parcel, error, after, settings, now);
      case Reply.NotAsked(String error, Duration after) ->
          new Settled(parcel, State.PENDING, now.plus(after), false, error, null, null);
      case Reply.Gone(String error) ->
          new Settled(parcel, State.FAILED, now, true, error, error, null);
      case Reply.BadMessage(String error) ->
          new Settled(parcel, State.FAILED, now, true, error, null, null);
      case Reply.Refused(String error) -> refused(parcel, error, now);
      case Reply.Unauthenticated _ -> refused(parcel, "UNAUTHENTICATED", now);
    };
  }

  /** It waits with its whole configuration, and that costs it no attempt. */
  private static Settled refused(Parcel parcel, String error, Instant now) {
    Instant then = now.plus(PAUSE);
    return new Settled(parcel, State.PENDING, then, false, error, null, then);
  }

  private Settled later(
      Parcel parcel, String error, @Nullable Duration after, FcmSettings settings, Instant now) {
    if (parcel.attempts() >= settings.maxAttempts()) {
      return new Settled(parcel, State.FAILED, now, true, error, null, null);
    }
    Instant due = now.plus(longer(wait(parcel.attempts(), settings.firstRetry()), after));
    return due.isAfter(parcel.deadline())
        ? new Settled(parcel, State.EXPIRED, now, true, error, null, null)
        : new Settled(parcel, State.PENDING, due, true, error, null, null);
  }

  private Duration wait(int attempts, Duration first) {
    double millis = first.toMillis() * Math.pow(3, attempts - 1.0);
    double bounded = Math.min(millis, (double) LONGEST.toMillis());
    return Duration.ofMillis((long) (bounded * (1 + SPREAD * chance.getAsDouble())));
  }

  private static Duration longer(Duration wait, @Nullable Duration asked) {
    return asked == null || asked.compareTo(wait) < 0 ? wait : asked;
  }
}
