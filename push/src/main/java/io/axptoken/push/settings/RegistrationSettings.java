package io.axptoken.push.settings;

import io.axptoken.service.config.Secret;

/**
 * Section {@code registration}.
 *
 * @param open whether devices register without a proof
 * @param token the bearer token that they send otherwise
 */
public record RegistrationSettings(boolean open, Secret token) {}
