package io.axptoken.server.identity;

import io.axptoken.client.EndUser;

/**
 * An end user whose identity was established by a mode of this package. Only this package can make
 * one, so a token for an arbitrary id does not compile anywhere else.
 */
public final class IdentifiedUser {
  private final EndUser user;
  private final String mode;

  IdentifiedUser(EndUser user, String mode) {
    this.user = user;
    this.mode = mode;
  }

  /** Who it is. */
  public EndUser user() {
    return user;
  }

  /** The name of the mode that says so, such as {@code claimed}. */
  public String mode() {
    return mode;
  }

  @Override
  public String toString() {
    return "IdentifiedUser[mode=" + mode + "]";
  }
}
