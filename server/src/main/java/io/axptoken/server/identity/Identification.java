package io.axptoken.server.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a mode, or all of them in turn, make of a request. */
public sealed interface Identification {
  /** The request does not speak to this mode: the next one is asked. */
  record NotMine() implements Identification {}

  /** The last word on a request. */
  sealed interface Decision extends Identification {}

  /**
   * The end user is known.
   *
   * @param user who he is
   * @param setCookie a {@code Set-Cookie} value for the answer, or {@code null}
   */
  record Identified(IdentifiedUser user, @Nullable String setCookie) implements Decision {
    Identified(IdentifiedUser user) {
      this(user, null);
    }

    /** The cookie is as good as its guest. */
    @Override
    public String toString() {
      return "Identified[user=" + user + ", setCookie=" + (setCookie != null) + "]";
    }
  }

  /**
   * Nobody was identified.
   *
   * @param reason why
   * @param detail what the caller can do about it; free of secrets
   * @param challenge the {@code WWW-Authenticate} of the answer, or {@code null} for the usual one
   */
  record Rejected(Reason reason, String detail, @Nullable String challenge) implements Decision {
    Rejected(Reason reason, String detail) {
      this(reason, detail, null);
    }
  }

  /**
   * Nobody can be identified at the moment, and it is not the caller's fault.
   *
   * @param detail what is missing; free of names of the operator's systems
   * @param retryAfter when it may be there
   */
  record Unavailable(String detail, Duration retryAfter) implements Decision {}

  /** Why nobody was identified. */
  enum Reason {
    /** There is no proof, or it is not valid. */
    NOT_AUTHENTICATED,
    /** The proof is valid, but not for what was asked. */
    NOT_PERMITTED,
    /** The mode takes the user id from the body, which has none. */
    USER_ID_MISSING
  }
}
