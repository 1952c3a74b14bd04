package io.axptoken.server.settings;

/**
 * Section {@code tokens}: whether tokens are handed out again.
 *
 * @param reuse whether they are
 * @param reuseWhileLeft while more than so many percent of their life are left
 * @param reuseMaxUsers how many users' tokens are kept, for all integrations together
 */
public record TokenSettings(boolean reuse, int reuseWhileLeft, int reuseMaxUsers) {
  /** Each answer is a new token. */
  public static final TokenSettings DEFAULT = new TokenSettings(false, 50, 10_000);
}
