package io.axptoken.server.assembly;

import io.axptoken.server.settings.LibrarySecret;
import io.axptoken.service.config.Secret;
import java.util.function.Supplier;

/** The client secret in force; whoever needs it asks each time. Safe for use by many threads. */
final class CurrentSecret implements Supplier<io.axptoken.client.Secret> {
  private volatile io.axptoken.client.Secret now;

  CurrentSecret(Secret now) {
    this.now = LibrarySecret.of(now);
  }

  @Override
  public io.axptoken.client.Secret get() {
    return now;
  }

  void set(Secret next) {
    now = LibrarySecret.of(next);
  }
}
