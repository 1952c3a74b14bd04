package io.axptoken.server.config;

import java.util.List;

/**
 * Section {@code identity}: how the end user is found out.
 *
 * @param modes in the order they are asked
 */
public record IdentitySettings(List<Mode> modes) {
  /** The ways to know the end user that exist today. */
  public enum Mode {
    /** The body's {@code userId} is believed; for development. */
    CLAIMED
  }
}
