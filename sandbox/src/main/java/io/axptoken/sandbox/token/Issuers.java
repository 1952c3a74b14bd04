package io.axptoken.sandbox.token;

/** The issuers of sandbox tokens: no one can take them for the platform's. */
final class Issuers {
  private static final String ROOT = "https://sandbox.axptoken.invalid";

  private Issuers() {}

  static String endUser(String accountId) {
    return ROOT + "/accounts/" + accountId;
  }

  static String realm(String accountId) {
    return ROOT + "/auth/realms/" + accountId;
  }
}
