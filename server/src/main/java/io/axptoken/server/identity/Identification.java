package io.axptoken.server.identity;

/** What a mode, or all of them in turn, make of a request. */
public sealed interface Identification {
  /** The request does not speak to this mode: the next one is asked. */
  record NotMine() implements Identification {}

  /** The last word on a request. */
  sealed interface Decision extends Identification {}

  /** The end user is known. */
  record Identified(IdentifiedUser user) implements Decision {}

  /**
   * Nobody was identified.
   *
   * @param reason why
   * @param detail what the caller can do about it; free of secrets
   */
  record Rejected(Reason reason, String detail) implements Decision {}

  /** Why nobody was identified. */
  enum Reason {
    /** There is no proof, or it is not valid. */
    NOT_AUTHENTICATED,
    /** The proof is valid, but not for what was asked. */
    NOT_PERMITTED
  }
}
