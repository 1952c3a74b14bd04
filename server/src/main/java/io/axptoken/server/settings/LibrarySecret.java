package io.axptoken.server.settings;

import io.axptoken.service.config.Secret;

/** Secrets of settings as the client library takes them. */
public final class LibrarySecret {
  private LibrarySecret() {}

  /** The same secret. */
  public static io.axptoken.client.Secret of(Secret secret) {
    return io.axptoken.client.Secret.of(secret.reveal());
  }
}
