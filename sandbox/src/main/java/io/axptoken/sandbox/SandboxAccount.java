package io.axptoken.sandbox;

import java.util.List;
import java.util.regex.Pattern;

/**
 * An account that exists in the sandbox, with the one integration and the one client it has.
 *
 * @param platform where the account is at home; it exists nowhere else
 * @param accountId six ASCII letters
 * @param integrationId a UUID of 36 characters
 * @param clientId the OAuth client
 * @param clientSecret what the client proves itself with
 * @param appKey the application key that every call to AXP carries; empty on Infinity, which has
 *     none
 */
public record SandboxAccount(
    Platform platform,
    String accountId,
    String integrationId,
    String clientId,
    String clientSecret,
    String appKey) {

  /** A platform that issues tokens. */
  public enum Platform {
    /** The Avaya Experience Platform. */
    AXP,
    /** Avaya Infinity. */
    INFINITY
  }

  private static final Pattern ACCOUNT_ID = Pattern.compile("[a-zA-Z]{6}");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** The first account that a sandbox has when none is configured. */
  public static final SandboxAccount DEFAULT =
      new SandboxAccount(
          Platform.AXP,
          "SANDBX",
          "5a4db0c5-0000-4000-8000-000000000001",
          "sandbox-client",
          "sandbox-s3cr3t",
          "sandbox-app-key");

  /** The second account that a sandbox has when none is configured. */
  public static final SandboxAccount DEFAULT_INFINITY =
      new SandboxAccount(
          Platform.INFINITY,
          "INFNTY",
          "5a4db0c5-0000-4000-8000-000000000002",
          "infinity-client",
          "infinity-s3cr3t",
          "");

  /**
   * @throws IllegalArgumentException if an id has not the platform's form, or a value is empty
   */
  public SandboxAccount {
    require(isAccountId(accountId), "accountId must be six ASCII letters");
    require(isUuid(integrationId), "integrationId must be a UUID of 36 characters");
    require(!clientId.isBlank(), "clientId must not be empty");
    require(!clientSecret.isBlank(), "clientSecret must not be empty");
    require(
        (platform == Platform.AXP) != appKey.isBlank(),
        "appKey must not be empty on AXP, and must be on Infinity");
  }

  /** An account of AXP. */
  public SandboxAccount(
      String accountId, String integrationId, String clientId, String clientSecret, String appKey) {
    this(Platform.AXP, accountId, integrationId, clientId, clientSecret, appKey);
  }

  /** Whether the text is six ASCII letters. */
  public static boolean isAccountId(String text) {
    return ACCOUNT_ID.matcher(text).matches();
  }

  /** Whether the text is a UUID in its 36 character form. */
  public static boolean isUuid(String text) {
    return UUID.matcher(text).matches();
  }

  /** Whether the client's id and secret are this account's. */
  public boolean isClient(String id, String secret) {
    return clientId.equals(id) && clientSecret.equals(secret);
  }

  /** All values but the secret. */
  @Override
  public String toString() {
    return "SandboxAccount"
        + List.of(platform, accountId, integrationId, clientId, "[REDACTED]", appKey);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
