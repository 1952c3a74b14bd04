package io.axptoken.server.config;

import java.time.Duration;
import java.util.Comparator;

/**
 * Section {@code limits}: how many token requests are accepted.
 *
 * @param perAddress by network address, before any other work
 * @param perUser by end user, once it is known who that is
 * @param burst how many may come at once
 */
public record LimitSettings(Rate perAddress, Rate perUser, int burst) {
  /** So many requests in each period, such as {@code 120/min}. */
  public record Rate(int requests, Duration period) {
    /** The fewer in the same time, the stricter. */
    static final Comparator<Rate> BY_STRICTNESS =
        Comparator.comparingDouble(rate -> rate.requests() / (double) rate.period().toMillis());
  }
}
