package io.axptoken.server.identity;

import io.axptoken.client.EndUser;
import io.vertx.core.Future;

/**
 * Believes the body, as the vendor's sample does: whoever can reach the server can be anyone. For
 * development.
 */
final class Claimed implements IdentityMode {
  private static final Future<Identification> NOT_MINE =
      Future.succeededFuture(new Identification.NotMine());

  @Override
  public String name() {
    return "claimed";
  }

  @Override
  public boolean isProof() {
    return false;
  }

  @Override
  public String hint() {
    return "POST a JSON body with a userId instead.";
  }

  @Override
  public Future<Identification> identify(IdentityRequest request) {
    EndUser user = request.claim() == null ? null : request.claim().endUser();
    if (user == null) {
      return NOT_MINE;
    }
    return Future.succeededFuture(new Identification.Identified(new IdentifiedUser(user, name())));
  }
}
