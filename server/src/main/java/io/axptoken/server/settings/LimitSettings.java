package io.axptoken.server.settings;

import io.axptoken.service.config.type.Rate;

/**
 * Section {@code limits}: how many token requests are accepted.
 *
 * @param perAddress by network address, before any other work
 * @param perUser by end user, once it is known who that is
 * @param burst how many may come at once
 */
public record LimitSettings(Rate perAddress, Rate perUser, int burst) {}
