package io.axptoken.push.settings;

import io.axptoken.service.config.type.Rate;

/**
 * Section {@code limits}: registrations by address.
 *
 * @param perAddress how many one address may make
 * @param burst how many of them at once
 */
public record LimitSettings(Rate perAddress, int burst) {}
