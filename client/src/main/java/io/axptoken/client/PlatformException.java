package io.axptoken.client;

import java.util.Objects;

/** Carries a {@link PlatformFailure} through a {@code CompletionStage}; it has no stack trace. */
public final class PlatformException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // Records of plain values; exceptions of this library are not sent.
  private final PlatformFailure failure;

  /** Wraps the failure. */
  public PlatformException(PlatformFailure failure) {
    super(Objects.requireNonNull(failure, "failure").toString(), null, false, false);
    this.failure = failure;
  }

  /** What went wrong, to be switched over. */
  public PlatformFailure failure() {
    return failure;
  }
}
