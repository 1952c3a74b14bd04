package io.axptoken.push.settings;

import io.axptoken.service.config.Secret;

/**
 * Section {@code database}.
 *
 * @param url a JDBC URL of PostgreSQL, or empty for the embedded one
 * @param username of its user
 * @param password of its user
 */
public record DatabaseSettings(String url, String username, Secret password) {
  /** The embedded one. */
  public static final DatabaseSettings EMBEDDED = new DatabaseSettings("", "", Secret.of(""));

  /** Whether it is a file of this program's own. */
  public boolean isEmbedded() {
    return url.isEmpty();
  }
}
