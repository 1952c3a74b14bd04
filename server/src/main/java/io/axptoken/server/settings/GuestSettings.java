package io.axptoken.server.settings;

import io.axptoken.service.config.Secret;
import java.time.Duration;
import java.util.List;

/**
 * The cookies of mode {@code guest}.
 *
 * @param secrets what signs them: the first signs, all verify
 * @param cookieName their name, without the prefix they get over HTTPS
 * @param maxAge how long a browser that stays away is remembered
 */
public record GuestSettings(List<Secret> secrets, String cookieName, Duration maxAge) {}
