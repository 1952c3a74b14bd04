package io.axptoken.client;

import io.axptoken.client.PlatformFailure.Cause;

/** Which failures pass by themselves. */
final class Transience {
  private Transience() {}

  static boolean of(PlatformFailure failure) {
    Cause cause = failure.trace().cause();
    return switch (failure.kind()) {
      case BUSY, OVERLOADED, TIMED_OUT -> true;
      case UNAVAILABLE -> passes(cause);
      case REJECTED_CREDENTIALS -> cause == Cause.SECRET_UNREADABLE;
      case REJECTED_REQUEST, REJECTED_USER, BAD_ANSWER -> false;
    };
  }

  private static boolean passes(Cause cause) {
    return switch (cause) {
      case TLS_FAILED, PROXY_REJECTED_CREDENTIALS, PROXY_WITHOUT_BASIC, PROXY_REFUSED, CLOSED ->
          false;
      default -> true;
    };
  }
}
