package io.axptoken.server.assembly;

import io.axptoken.client.RotatingSecret;
import io.axptoken.server.settings.LibrarySecret;
import io.axptoken.service.config.Secret;

/** The client secret in force; whoever needs it asks each time. Safe for use by many threads. */
final class CurrentSecret {
  private final RotatingSecret held;

  CurrentSecret(Secret now) {
    this.held = new RotatingSecret(LibrarySecret.of(now));
  }

  /** As the library takes it: without a thread to ask it. */
  RotatingSecret held() {
    return held;
  }

  void set(Secret next) {
    held.set(LibrarySecret.of(next));
  }
}
