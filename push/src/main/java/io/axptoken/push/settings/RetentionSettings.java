package io.axptoken.push.settings;

import java.time.Duration;

/**
 * Section {@code retention}.
 *
 * @param delivered for how long the outbox shows what is done; the same event counts as known then
 * @param staleDevices after which time without a registration a device is sent nothing
 */
public record RetentionSettings(Duration delivered, Duration staleDevices) {}
