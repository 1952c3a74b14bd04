package io.axptoken.sandbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The control over what clients prove themselves with, as while a secret is rotated. */
public final class ClientSecrets {
  private final Map<String, List<String>> accepted = new ConcurrentHashMap<>();

  ClientSecrets() {}

  /** Accepts these secrets and no others from the account's client from now on. */
  public void accept(String accountId, String... secrets) {
    accepted.put(accountId, List.of(secrets));
  }

  /** Whether the client's id and secret are this account's. */
  boolean isClient(SandboxAccount account, String id, String secret) {
    List<String> secrets = accepted.get(account.accountId());
    return secrets == null
        ? account.isClient(id, secret)
        : account.clientId().equals(id) && secrets.contains(secret);
  }

  /** Accepts what the accounts say again. */
  void reset() {
    accepted.clear();
  }
}
