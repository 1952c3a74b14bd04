package io.axptoken.server.command.check;

/**
 * One line of the checklist.
 *
 * @param scope what was looked at, such as {@code integration default}
 * @param check which of its checks, such as {@code access-token}
 * @param state how it went
 * @param detail what was found
 * @param remedy what to do about it; empty if nothing
 */
public record Finding(String scope, String check, State state, String detail, String remedy) {
  /** How a check went. */
  public enum State {
    /** As it should be. */
    OK,
    /** Works, but somebody should know. */
    WARNING,
    /** Does not work. */
    FAILED,
    /** Makes no sense after what failed before. */
    NOT_TRIED
  }

  /** The same of something else. */
  Finding in(String otherScope) {
    return new Finding(otherScope, check, state, detail, remedy);
  }
}
