package io.axptoken.server.identity;

import io.axptoken.server.identity.Identification.Decision;
import io.axptoken.server.identity.Identification.Identified;
import io.axptoken.server.identity.Identification.Reason;
import io.axptoken.server.identity.Identification.Rejected;

/**
 * What the body may add to a proof: nothing about who the user is. An id, if it names one, must be
 * the proven one; identifiers and flags are ignored; a display name is taken where the proof has
 * none.
 */
final class BodyRule {
  private static final Decision OTHER_USER =
      new Rejected(
          Reason.NOT_PERMITTED,
          "The request proves another user than the userId it names. Leave userId out, or name the"
              + " proven user.");

  private BodyRule() {}

  static Decision apply(Identified proven, IdentityRequest request) {
    Claim claim = request.claim();
    if (claim == null) {
      return proven;
    }
    IdentifiedUser identified = proven.user();
    if (claim.id() != null && !claim.id().equals(identified.user().id())) {
      return OTHER_USER;
    }
    if (claim.name() == null || identified.user().name() != null) {
      return proven;
    }
    return new Identified(
        new IdentifiedUser(identified.user().named(claim.name()), identified.mode()),
        proven.setCookie());
  }
}
