package io.axptoken.sandbox.platform;

import io.axptoken.sandbox.SandboxAccount;

/** Says whether a client proves itself. */
@FunctionalInterface
public interface ClientCheck {
  /** Whether the id and the secret are those of the account's client. */
  boolean isClient(SandboxAccount account, String id, String secret);
}
