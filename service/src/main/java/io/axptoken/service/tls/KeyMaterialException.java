package io.axptoken.service.tls;

/** Certificate or key cannot be used; the message is one line for the operator. */
public final class KeyMaterialException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and what to do; never shows a passphrase or a key. */
  public KeyMaterialException(String message) {
    super(message);
  }
}
