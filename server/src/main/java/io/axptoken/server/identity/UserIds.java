package io.axptoken.server.identity;

import io.axptoken.server.identity.Identification.Decision;
import io.axptoken.server.identity.Identification.Identified;
import org.jspecify.annotations.Nullable;

/** The last step for every mode alike: pseudonyms if there are any, else a look at the ids. */
final class UserIds {
  private final @Nullable Pseudonyms pseudonyms;
  private final PersonalIds tellingIds;

  UserIds(@Nullable Pseudonyms pseudonyms, PersonalIds tellingIds) {
    this.pseudonyms = pseudonyms;
    this.tellingIds = tellingIds;
  }

  Decision finish(Decision decision) {
    Identified known = decision.known();
    return known == null ? decision : finish(known);
  }

  private Decision finish(Identified known) {
    IdentifiedUser user = known.user();
    if (pseudonyms == null) {
      tellingIds.look(user.user().id(), user.mode());
      return known;
    }
    return new Identified(
        new IdentifiedUser(pseudonyms.disguise(user.user()), user.mode()), known.setCookie());
  }
}
