package io.axptoken.server.config;

/**
 * One fault of the configuration.
 *
 * @param key the dotted key, such as {@code axp.accountId}
 * @param message what is wrong, with the value unless it is secret, and what to do
 */
public record ConfigProblem(String key, String message) {
  @Override
  public String toString() {
    return key + ": " + message;
  }
}
