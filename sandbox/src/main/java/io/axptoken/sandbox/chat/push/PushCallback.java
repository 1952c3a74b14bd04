package io.axptoken.sandbox.chat.push;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * Where the chat tells of what somebody wrote to a user who is not there, and how it goes about it.
 * The platform's own timeout is five seconds; its number of attempts and their distance are not
 * known.
 *
 * @param uri where to POST to, HTTP or HTTPS
 * @param absence how long a session without a poll counts as there still
 * @param timeout how long an answer may take
 * @param retryDelay how long after a failure the same is sent again
 * @param attempts how often it is sent at most
 */
public record PushCallback(
    URI uri, Duration absence, Duration timeout, Duration retryDelay, int attempts) {
  private static final int DEFAULT_ATTEMPTS = 5;

  /**
   * @throws IllegalArgumentException if the address is none of HTTP, or a number is not positive
   */
  public PushCallback {
    if (!isAddress(uri)) {
      throw new IllegalArgumentException("the callback must be an http or https address");
    }
    if (!absence.isPositive() || !timeout.isPositive() || !retryDelay.isPositive()) {
      throw new IllegalArgumentException("the times must be positive");
    }
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be at least 1");
    }
  }

  /** Absence after two seconds, five seconds for an answer, five attempts ten seconds apart. */
  public static PushCallback to(URI uri) {
    return new PushCallback(
        uri,
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        DEFAULT_ATTEMPTS);
  }

  /** Whether that can be called. */
  public static boolean isAddress(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    return uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
  }

  /** The same, with users away that much sooner or later. */
  public PushCallback withAbsence(Duration newAbsence) {
    return new PushCallback(uri, newAbsence, timeout, retryDelay, attempts);
  }

  /** The same with another time for an answer. */
  public PushCallback withTimeout(Duration newTimeout) {
    return new PushCallback(uri, absence, newTimeout, retryDelay, attempts);
  }

  /** The same, sent again after another time. */
  public PushCallback withRetryDelay(Duration newDelay) {
    return new PushCallback(uri, absence, timeout, newDelay, attempts);
  }

  /** The same with another number of attempts. */
  public PushCallback withAttempts(int newAttempts) {
    return new PushCallback(uri, absence, timeout, retryDelay, newAttempts);
  }
}
