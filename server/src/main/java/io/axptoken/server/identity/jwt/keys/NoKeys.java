package io.axptoken.server.identity.jwt.keys;

/** Why keys could not be fetched, in our own words: for the log, never for a caller. */
final class NoKeys extends Exception {
  private static final long serialVersionUID = 1L;

  NoKeys(String reason) {
    super(reason, null, false, false);
  }
}
