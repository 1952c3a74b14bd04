package io.axptoken.server;

import io.axptoken.client.Secret;
import java.util.function.Supplier;

/** The client secret in force; whoever needs it asks each time. Safe for use by many threads. */
final class CurrentSecret implements Supplier<Secret> {
  private volatile Secret now;

  CurrentSecret(Secret now) {
    this.now = now;
  }

  @Override
  public Secret get() {
    return now;
  }

  void set(Secret next) {
    now = next;
  }
}
