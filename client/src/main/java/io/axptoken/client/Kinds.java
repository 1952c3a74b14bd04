package io.axptoken.client;

import io.axptoken.client.PlatformFailure.BadAnswer;
import io.axptoken.client.PlatformFailure.Busy;
import io.axptoken.client.PlatformFailure.Kind;
import io.axptoken.client.PlatformFailure.Overloaded;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.RejectedRequest;
import io.axptoken.client.PlatformFailure.RejectedUser;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Unavailable;

/** The one constant for each failure. */
final class Kinds {
  private Kinds() {}

  static Kind of(PlatformFailure failure) {
    return switch (failure) {
      case RejectedCredentials it -> Kind.REJECTED_CREDENTIALS;
      case RejectedRequest it -> Kind.REJECTED_REQUEST;
      case RejectedUser it -> Kind.REJECTED_USER;
      case BadAnswer it -> Kind.BAD_ANSWER;
      case Busy it -> Kind.BUSY;
      case Unavailable it -> Kind.UNAVAILABLE;
      case Overloaded it -> Kind.OVERLOADED;
      case TimedOut it -> Kind.TIMED_OUT;
      case Unforeseen it -> it.kind();
    };
  }
}
