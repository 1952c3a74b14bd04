package io.axptoken.server.issue;

import io.axptoken.client.EndUserToken;
import io.axptoken.client.Violation;
import java.time.Duration;

/** What came of asking for a token. */
public sealed interface TokenAnswer {
  /**
   * Hands this to the case that it is. A method in place of a switch, which would have the JVM
   * write a class before the first token; a kind that is added has to have a case, too.
   */
  <A, T> T match(A argument, Cases<A, T> cases);

  /** What is done in each case. */
  interface Cases<A, T> {
    /** There is a token. */
    T issued(A argument, Issued issued);

    /** There is none. */
    T none(A argument, None none);
  }

  /**
   * There it is.
   *
   * @param reused whether the user was given this very token before
   */
  record Issued(EndUserToken token, boolean reused) implements TokenAnswer {
    @Override
    public <A, T> T match(A argument, Cases<A, T> cases) {
      return cases.issued(argument, this);
    }
  }

  /** There is none. */
  sealed interface None extends TokenAnswer {
    @Override
    default <A, T> T match(A argument, Cases<A, T> cases) {
      return cases.none(argument, this);
    }
  }

  /**
   * The platform does not accept what is known of the user; whoever told it must correct that.
   *
   * @param violation the broken rule, with the field named as the client library does
   */
  record Unacceptable(Violation violation) implements None {}

  /** Asking again will not help: the configuration or the contract is at fault. */
  record Refused(Fault fault) implements None {}

  /**
   * Asking again later may help.
   *
   * @param retryAfter when to come back
   */
  record Unavailable(Shortage shortage, Duration retryAfter) implements None {}

  /** What keeps the platform from ever issuing this token. */
  enum Fault {
    /** Our credentials or application key are not accepted. */
    PLATFORM_REJECTED_CREDENTIALS,
    /** The platform refuses the request as such. */
    PLATFORM_REJECTED_REQUEST,
    /** The platform's answer breaks its contract. */
    PLATFORM_BAD_ANSWER
  }

  /** What keeps a token from being issued now. */
  enum Shortage {
    /** It cannot be reached, or fails. */
    PLATFORM_UNAVAILABLE,
    /** Its quota is exhausted. */
    PLATFORM_BUSY,
    /** It did not answer in time. */
    PLATFORM_TIMEOUT,
    /** We have too many requests to it under way. */
    OVERLOADED
  }
}
