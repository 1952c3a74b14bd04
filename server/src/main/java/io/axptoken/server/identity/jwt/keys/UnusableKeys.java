package io.axptoken.server.identity.jwt.keys;

/** Keys of the configuration that cannot be used; the message is one line for the operator. */
public final class UnusableKeys extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableKeys(String message) {
    super(message);
  }
}
