package io.axptoken.service.config.load;

/**
 * One fault of the configuration.
 *
 * @param key the dotted key, such as {@code axp.accountId}, or the file when it is at fault
 * @param message what is wrong, with the value unless it is secret, and what to do
 * @param where the place in words, such as {@code conf/token-server.yaml:7}, or {@code ""}
 */
public record ConfigProblem(String key, String message, String where) {
  @Override
  public String toString() {
    return key + " " + message + (where.isEmpty() ? "" : " (" + where + ")");
  }
}
