package io.axptoken.server.identity;

import io.axptoken.client.EndUser;
import io.axptoken.server.identity.GuestPasses.Pass;
import io.axptoken.server.identity.Identification.Identified;
import io.vertx.core.Future;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A visitor who has not signed in: a random id that stays the same for the browser, held by a
 * signed cookie. Whoever comes without a good one is a new guest, so that this mode never says no
 * and can only be the last.
 */
final class Guest implements IdentityMode {
  private static final String ID_PREFIX = "guest-";

  private final GuestPasses passes;
  private final GuestCookie cookie;

  Guest(GuestPasses passes, GuestCookie cookie) {
    this.passes = passes;
    this.cookie = cookie;
  }

  @Override
  public String name() {
    return "guest";
  }

  @Override
  public boolean isProof() {
    return true;
  }

  @Override
  public boolean isAmbient() {
    return true;
  }

  @Override
  public Future<Identification> identify(IdentityRequest request) {
    Pass pass = presented(request);
    String id = pass == null ? GuestPasses.newId() : pass.id();
    EndUser user = new EndUser(ID_PREFIX + id, null, Map.of(), false);
    return Future.succeededFuture(
        new Identified(new IdentifiedUser(user, name()), setCookie(pass, id, request)));
  }

  /** The good pass; {@code null} if there is none, or if two of them name different guests. */
  private @Nullable Pass presented(IdentityRequest request) {
    Pass found = null;
    for (String value : CookieHeader.values(request.headers(), cookie.name(request.secure()))) {
      Pass pass = passes.read(value);
      if (pass != null && found != null && !pass.id().equals(found.id())) {
        return null;
      }
      found = found == null ? pass : found;
    }
    return found;
  }

  private @Nullable String setCookie(@Nullable Pass pass, String id, IdentityRequest request) {
    if (request.signOut()) {
      return cookie.end(request.secure(), request.crossSite());
    }
    return pass == null || pass.ageing()
        ? cookie.set(passes.issue(id), request.secure(), request.crossSite())
        : null;
  }
}
