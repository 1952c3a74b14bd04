package io.axptoken.push.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a parcel.
 *
 * @param parcel which one
 * @param state the row's next state
 * @param due when it is tried again, if it is pending
 * @param counts whether the attempt counts
 * @param error why it was not sent, or empty
 * @param deadDevice why the device is sent nothing from now on, or {@code null} if it is well
 * @param pause how long the whole configuration waits, or {@code null} if it need not
 */
public record Settled(
    Parcel parcel,
    State state,
    Instant due,
    boolean counts,
    String error,
    @Nullable String deadDevice,
    @Nullable Instant pause) {
  /** Where a row can be. */
  public enum State {
    /** To be sent, now or later. */
    PENDING,
    /** FCM has it. */
    SENT,
    /** It never will. */
    FAILED,
    /** It was not sent in time. */
    EXPIRED;

    /** As the database has it. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
