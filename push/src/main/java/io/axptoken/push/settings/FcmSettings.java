package io.axptoken.push.settings;

import java.net.URI;
import java.time.Duration;

/**
 * Section {@code fcm}.
 *
 * @param baseUrl where messages are sent
 * @param firstRetry how long the first wait is after a failure that passes
 * @param maxAttempts how often one message is tried
 * @param deadline for how long it is of use
 * @param fallback what a device shows that cannot fetch the text
 */
public record FcmSettings(
    URI baseUrl, Duration firstRetry, int maxAttempts, Duration deadline, Fallback fallback) {
  /** A notification without its text. */
  public record Fallback(String title, String body) {}
}
