package io.axptoken.client;

import io.axptoken.client.PlatformFailure.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Carries a {@link PlatformFailure}: through a {@code CompletionStage} without a stack trace, which
 * would lead nowhere; thrown by {@link TokenPlatform#issueAndWait} with that of the thread that
 * waited. Its cause, if there is one, is what the transport met. It can be serialised if the cause
 * can, as those of this library's own transport.
 */
public final class PlatformException extends RuntimeException {
  private static final long serialVersionUID = 2L;

  /** What went wrong. */
  private final PlatformFailure failure;

  /**
   * Wraps the failure, without a cause and a stack trace.
   *
   * @param failure what went wrong
   */
  public PlatformException(PlatformFailure failure) {
    this(failure, null);
  }

  /**
   * Wraps the failure and what led to it, without a stack trace.
   *
   * @param failure what went wrong
   * @param cause what led to it, or {@code null}
   */
  public PlatformException(PlatformFailure failure, @Nullable Throwable cause) {
    this(failure, cause, false);
  }

  private PlatformException(
      PlatformFailure failure, @Nullable Throwable cause, boolean withStackTrace) {
    super(words(failure) + " (" + failure.trace() + ")", cause, withStackTrace, withStackTrace);
    this.failure = failure;
  }

  /** The same as the current thread throws it. */
  PlatformException here() {
    return new PlatformException(failure, getCause(), true);
  }

  private static String words(PlatformFailure failure) {
    if (failure.trace().cause() == Cause.SECRET_UNREADABLE) {
      return "The client secret could not be read, and the platform was not asked";
    }
    return switch (failure.kind()) {
      case REJECTED_CREDENTIALS -> "The platform rejects the credentials";
      case REJECTED_REQUEST -> "The platform refuses the request";
      case REJECTED_USER -> "The platform does not accept what it was told about the user";
      case BAD_ANSWER -> "The platform's answer is not what its contract says";
      case BUSY -> "The platform's quota is exhausted";
      case UNAVAILABLE -> "The platform cannot be reached or fails";
      case OVERLOADED -> "Too many token requests are under way";
      case TIMED_OUT -> "The platform did not answer in time";
    };
  }

  /** {@return what went wrong, to be switched over} */
  public PlatformFailure failure() {
    return failure;
  }
}
