package io.axptoken.server.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a mode, or all of them in turn, make of a request. */
public sealed interface Identification {
  /** The last word that this is, or {@code null} if the next mode is asked: each kind says so. */
  @Nullable Decision lastWord();

  /** The request does not speak to this mode: the next one is asked. */
  record NotMine() implements Identification {
    @Override
    public @Nullable Decision lastWord() {
      return null;
    }
  }

  /** The last word on a request. */
  sealed interface Decision extends Identification {
    @Override
    default Decision lastWord() {
      return this;
    }

    /** Who is known by it, or {@code null} if nobody is: each kind says so. */
    @Nullable Identified known();

    /**
     * Hands this to the case that it is. A method in place of a switch, which would have the JVM
     * write a class before the first token; a kind that is added has to have a case, too.
     */
    <A, T> T match(A argument, Cases<A, T> cases);

    /** What is done in each case. */
    interface Cases<A, T> {
      /** The end user is known. */
      T identified(A argument, Identified identified);

      /** Nobody was identified. */
      T rejected(A argument, Rejected rejected);

      /** Nobody can be identified at the moment. */
      T unavailable(A argument, Unavailable unavailable);
    }
  }

  /**
   * The end user is known.
   *
   * @param user who it is
   * @param setCookie a {@code Set-Cookie} value for the answer, or {@code null}
   */
  record Identified(IdentifiedUser user, @Nullable String setCookie) implements Decision {
    Identified(IdentifiedUser user) {
      this(user, null);
    }

    @Override
    public Identified known() {
      return this;
    }

    @Override
    public <A, T> T match(A argument, Cases<A, T> cases) {
      return cases.identified(argument, this);
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

    @Override
    public @Nullable Identified known() {
      return null;
    }

    @Override
    public <A, T> T match(A argument, Cases<A, T> cases) {
      return cases.rejected(argument, this);
    }
  }

  /**
   * Nobody can be identified at the moment, and it is not the caller's fault.
   *
   * @param detail what is missing; free of names of the operator's systems
   * @param retryAfter when it may be there
   */
  record Unavailable(String detail, Duration retryAfter) implements Decision {
    @Override
    public @Nullable Identified known() {
      return null;
    }

    @Override
    public <A, T> T match(A argument, Cases<A, T> cases) {
      return cases.unavailable(argument, this);
    }
  }

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
