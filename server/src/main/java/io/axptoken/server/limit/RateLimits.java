package io.axptoken.server.limit;

/**
 * The two limits that a token request passes.
 *
 * @param perAddress before any other work, by the key of the client's address
 * @param perUser once the user is known, by his id
 */
public record RateLimits(RateLimiter perAddress, RateLimiter perUser) {}
