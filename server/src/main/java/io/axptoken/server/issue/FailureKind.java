package io.axptoken.server.issue;

import io.axptoken.client.PlatformFailure;
import java.util.Locale;

/**
 * What keeps a token from being issued, in the one vocabulary of log, health, metrics and problems:
 * the name is the last part of the type of the problem that callers get.
 */
public enum FailureKind {
  /** Our credentials or application key are not accepted. */
  PLATFORM_REJECTED_CREDENTIALS,
  /** The platform refuses the request as such. */
  PLATFORM_REJECTED_REQUEST,
  /** The platform does not accept what it was told about the user. */
  CONSTRAINT_VIOLATION,
  /** The platform's answer breaks its contract. */
  PLATFORM_BAD_ANSWER,
  /** The platform's quota is exhausted. */
  PLATFORM_BUSY,
  /** The platform cannot be reached, or fails. */
  PLATFORM_UNAVAILABLE,
  /** The platform did not answer in time. */
  PLATFORM_TIMEOUT,
  /** Too many requests to the platform are under way. */
  OVERLOADED;

  private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The kind of a failure of the client library. */
  public static FailureKind of(PlatformFailure failure) {
    return switch (failure.kind()) {
      case REJECTED_CREDENTIALS -> PLATFORM_REJECTED_CREDENTIALS;
      case REJECTED_REQUEST -> PLATFORM_REJECTED_REQUEST;
      case REJECTED_USER -> CONSTRAINT_VIOLATION;
      case BAD_ANSWER -> PLATFORM_BAD_ANSWER;
      case BUSY -> PLATFORM_BUSY;
      case UNAVAILABLE -> PLATFORM_UNAVAILABLE;
      case OVERLOADED -> OVERLOADED;
      case TIMED_OUT -> PLATFORM_TIMEOUT;
    };
  }

  /** The name, such as {@code platform-busy}. */
  @Override
  public String toString() {
    return slug;
  }
}
