package io.axptoken.push.settings;

import io.axptoken.service.config.Secret;
import java.util.List;

/**
 * Section {@code keys}: what service-account keys are encrypted with.
 *
 * @param masterKey 32 bytes in Base64
 * @param previousMasterKeys those that some may still be encrypted with
 */
public record KeySettings(Secret masterKey, List<Secret> previousMasterKeys) {}
