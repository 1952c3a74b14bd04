package io.axptoken.push.settings;

import io.axptoken.service.config.Secret;
import java.util.List;

/**
 * Section {@code callback}: what proves that an event comes from the platform.
 *
 * @param secret a segment of its path, or empty for none
 * @param header a whole header field, or empty for none
 * @param allowFrom the networks that it may come from; none for all
 */
public record CallbackSettings(Secret secret, Secret header, List<String> allowFrom) {
  /** Whether anybody may send events. */
  public boolean isOpen() {
    return secret.isEmpty() && header.isEmpty() && allowFrom.isEmpty();
  }
}
