package io.axptoken.push.store;

/** The database cannot be used; the message is for the operator. */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
