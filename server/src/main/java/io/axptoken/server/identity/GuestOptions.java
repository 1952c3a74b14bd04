package io.axptoken.server.identity;

import io.axptoken.service.config.Secret;
import java.time.Duration;
import java.util.List;

/**
 * How guests are known again.
 *
 * @param integration the integration's name: a guest of one is nobody in another
 * @param secrets what signs the cookies, first the one in use, then earlier ones; at least one
 * @param cookieName the cookie's name, without the prefix it gets over HTTPS
 * @param maxAge how long a browser that stays away is remembered
 */
public record GuestOptions(
    String integration, List<Secret> secrets, String cookieName, Duration maxAge) {}
