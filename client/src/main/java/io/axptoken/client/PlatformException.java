package io.axptoken.client;

import io.axptoken.client.PlatformFailure.BadAnswer;
import io.axptoken.client.PlatformFailure.Busy;
import io.axptoken.client.PlatformFailure.Overloaded;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.RejectedRequest;
import io.axptoken.client.PlatformFailure.RejectedUser;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Unavailable;

/** Carries a {@link PlatformFailure} through a {@code CompletionStage}; it has no stack trace. */
public final class PlatformException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // Records of plain values; exceptions of this library are not sent.
  private final PlatformFailure failure;

  /** Wraps the failure. */
  public PlatformException(PlatformFailure failure) {
    super(words(failure) + " (" + failure.trace() + ")", null, false, false);
    this.failure = failure;
  }

  private static String words(PlatformFailure failure) {
    return switch (failure) {
      case RejectedCredentials _ -> "The platform rejects the credentials";
      case RejectedRequest _ -> "The platform refuses the request";
      case RejectedUser _ -> "The platform does not accept what it was told of the user";
      case BadAnswer _ -> "The platform's answer is not what its contract says";
      case Busy _ -> "The platform's quota is exhausted";
      case Unavailable _ -> "The platform cannot be reached or fails";
      case Overloaded _ -> "Too many token requests are under way";
      case TimedOut _ -> "The platform did not answer in time";
    };
  }

  /** What went wrong, to be switched over. */
  public PlatformFailure failure() {
    return failure;
  }
}
