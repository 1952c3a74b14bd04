package io.axptoken.server.identity;

import io.axptoken.client.EndUser;
import io.axptoken.server.identity.Identification.Identified;
import io.axptoken.server.identity.Identification.NotMine;
import io.axptoken.server.identity.Identification.Reason;
import io.axptoken.server.identity.Identification.Rejected;
import io.axptoken.service.key.ApiKeys;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backend of the company that asks for one of its users: the key in {@code X-Api-Key} proves the
 * backend, and the body names the user. Keys never belong in a browser, so what a browser sends
 * with one is refused.
 */
final class ApiKey implements IdentityMode {
  private static final CharSequence HEADER = HttpHeaders.createOptimized("X-Api-Key");
  private static final String CHALLENGE = "ApiKey realm=\"axp-token-server\"";

  private static final Identification NOT_MINE = new NotMine();
  private static final Identification WRONG =
      new Rejected(Reason.NOT_AUTHENTICATED, "The API key is not valid.", CHALLENGE);
  private static final Identification FROM_BROWSER =
      new Rejected(
          Reason.NOT_PERMITTED,
          "An API key is for a backend. This request comes from a browser, where everybody can read"
              + " the key.");
  private static final Identification NOBODY_NAMED =
      new Rejected(
          Reason.NOT_PERMITTED,
          "An API key says which backend calls, not for which user. POST a JSON body with the userId.");
  private static final Identification NO_USER_ID =
      new Rejected(Reason.USER_ID_MISSING, "The body names no userId.");

  private final ApiKeys keys;
  private final LeakedKeys leaks;

  ApiKey(ApiKeys keys, LeakedKeys leaks) {
    this.keys = keys;
    this.leaks = leaks;
  }

  @Override
  public String name() {
    return "apiKey";
  }

  @Override
  public boolean isProof() {
    return false;
  }

  @Override
  public String challenge() {
    return CHALLENGE;
  }

  @Override
  public String hint() {
    return "A backend sends its key in X-Api-Key and POSTs a JSON body with a userId.";
  }

  @Override
  public Future<Identification> identify(IdentityRequest request) {
    List<String> given = request.headers().getAll(HEADER);
    return Future.succeededFuture(given.isEmpty() ? NOT_MINE : judge(given, request));
  }

  private Identification judge(List<String> given, IdentityRequest request) {
    String owner = given.size() == 1 ? keys.owner(given.getFirst()) : null;
    if (owner == null) {
      return WRONG;
    }
    if (isFromBrowser(request.headers())) {
      leaks.seen(owner);
      return FROM_BROWSER;
    }
    return identified(request.claim());
  }

  private Identification identified(@Nullable Claim claim) {
    if (claim == null) {
      return NOBODY_NAMED;
    }
    EndUser user = claim.endUser();
    return user == null ? NO_USER_ID : new Identified(new IdentifiedUser(user, name()));
  }

  private static boolean isFromBrowser(MultiMap headers) {
    return headers.contains(HttpHeaders.ORIGIN) || headers.contains("Sec-Fetch-Site");
  }
}
