package io.axptoken.server.identity;

import io.axptoken.server.identity.Identification.NotMine;
import io.axptoken.server.identity.Identification.Reason;
import io.axptoken.server.identity.Identification.Rejected;
import io.axptoken.server.identity.jwt.TokenVerifier;
import io.axptoken.server.identity.jwt.Verdict;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** Believes a bearer token (RFC 6750) of the company's identity provider or backend. */
final class JwtMode implements IdentityMode {
  private static final String SCHEME = "Bearer";
  private static final String CHALLENGE = "Bearer realm=\"axp-token-server\"";
  private static final Future<Identification> NOT_MINE = Future.succeededFuture(new NotMine());
  private static final Future<Identification> AMBIGUOUS =
      Future.succeededFuture(
          new Rejected(Reason.NOT_AUTHENTICATED, "Send the header Authorization once."));

  private final TokenVerifier verifier;

  JwtMode(TokenVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public String name() {
    return "jwt";
  }

  @Override
  public boolean isProof() {
    return true;
  }

  @Override
  public String challenge() {
    return CHALLENGE;
  }

  @Override
  public Future<Identification> identify(IdentityRequest request) {
    List<String> credentials = request.headers().getAll(HttpHeaders.AUTHORIZATION);
    if (credentials.isEmpty()) {
      return NOT_MINE;
    }
    if (credentials.size() > 1) {
      return AMBIGUOUS;
    }
    String credential = credentials.getFirst().strip();
    return isBearer(credential)
        ? verifier.verify(credential.substring(SCHEME.length()).strip()).map(this::judged)
        : NOT_MINE;
  }

  private static boolean isBearer(String credential) {
    return credential.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && (credential.length() == SCHEME.length() || credential.charAt(SCHEME.length()) <= ' ');
  }

  private Identification judged(Verdict verdict) {
    return Verdicts.identification(verdict, name(), CHALLENGE);
  }
}
