package io.axptoken.client;

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

  /** What went wrong, to be switched over. */
  public PlatformFailure failure() {
    return failure;
  }
}
