package io.axptoken.service.config.type;

import java.time.Duration;
import java.util.Comparator;

/** So many requests in each period, such as {@code 120/min}. */
public record Rate(int requests, Duration period) {
  /** The fewer in the same time, the stricter. */
  public static final Comparator<Rate> BY_STRICTNESS =
      Comparator.comparingDouble(rate -> rate.requests() / (double) rate.period().toMillis());
}
