package io.axptoken.push.fcm;

/** A service account that cannot be used; the message is for whoever sent it. */
public final class UnusableAccount extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableAccount(String message) {
    super(message, null, false, false);
  }
}
