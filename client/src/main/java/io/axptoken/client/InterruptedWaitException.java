package io.axptoken.client;

/**
 * The thread that waited for a token was interrupted: that is news of the thread, not of the
 * platform, so this is no {@link PlatformException}. The thread's interrupt status is set again.
 */
public final class InterruptedWaitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InterruptedWaitException(InterruptedException cause) {
    super("The thread was interrupted while it waited for a token", cause);
  }
}
