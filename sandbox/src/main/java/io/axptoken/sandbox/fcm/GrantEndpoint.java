package io.axptoken.sandbox.fcm;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.axptoken.sandbox.platform.Answer;
import io.axptoken.sandbox.platform.Form;
import io.axptoken.sandbox.platform.OAuth;
import io.axptoken.sandbox.platform.Request;
import io.vertx.core.json.JsonObject;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The OAuth host: an access token for an assertion that a service account signed (RFC 7523). */
final class GrantEndpoint {
  private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final List<String> SCOPES =
      List.of(
          "https://www.googleapis.com/auth/firebase.messaging",
          "https://www.googleapis.com/auth/cloud-platform");
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final Firebase firebase;
  private final InstantSource clock;

  GrantEndpoint(Firebase firebase, InstantSource clock) {
    this.firebase = firebase;
    this.clock = clock;
  }

  Answer answer(Request request, Optional<Duration> forcedLifetime) {
    Form form = Form.parse(request.text());
    if (!request.isOf("application/x-www-form-urlencoded")) {
      return OAuth.error(400, "invalid_request", "The body must be a form.");
    }
    if (!form.value("grant_type").orElse("").equals(JWT_BEARER)) {
      return OAuth.error(400, "unsupported_grant_type", "Invalid grant_type");
    }
    try {
      return answer(SignedJWT.parse(form.value("assertion").orElse("")), forcedLifetime);
    } catch (ParseException e) {
      return refused("The assertion is no signed JWT.");
    }
  }

  private Answer answer(SignedJWT assertion, Optional<Duration> forcedLifetime)
      throws ParseException {
    JWTClaimsSet claims = assertion.getJWTClaimsSet();
    Optional<ServiceAccount> account =
        Optional.ofNullable(claims.getIssuer()).flatMap(firebase::account);
    if (account.isEmpty()) {
      return refused("The account is not known.");
    }
    if (!isSignedBy(account.get(), assertion)) {
      return refused("Invalid JWT signature: RS256, and the account's present key, are needed.");
    }
    if (!claims.getAudience().contains(firebase.tokenUri().toString())) {
      return refused("Failed audience check: aud must be " + firebase.tokenUri() + ".");
    }
    if (!isTimely(claims)) {
      return refused("The token must be of now, and for an hour at most: check iat and exp.");
    }
    return isOfScope(claims)
        ? issued(account.get(), forcedLifetime)
        : OAuth.error(400, "invalid_scope", "The scope must be one of: " + SCOPES);
  }

  private static boolean isSignedBy(ServiceAccount account, SignedJWT assertion) {
    try {
      return JWSAlgorithm.RS256.equals(assertion.getHeader().getAlgorithm())
          && account.keyId().equals(assertion.getHeader().getKeyID())
          && assertion.verify(account.verifier());
    } catch (JOSEException e) {
      return false;
    }
  }

  private boolean isTimely(JWTClaimsSet claims) {
    @Nullable Date issued = claims.getIssueTime();
    @Nullable Date expires = claims.getExpirationTime();
    if (issued == null || expires == null) {
      return false;
    }
    Instant now = clock.instant();
    return expires.toInstant().isAfter(now)
        && !expires.toInstant().isAfter(issued.toInstant().plus(LONGEST))
        && !issued.toInstant().isAfter(now.plus(TOLERANCE));
  }

  private static boolean isOfScope(JWTClaimsSet claims) {
    return claims.getClaim("scope") instanceof String scopes
        && List.of(scopes.split(" ")).stream().anyMatch(SCOPES::contains);
  }

  private Answer issued(ServiceAccount account, Optional<Duration> forcedLifetime) {
    Duration told = firebase.grantLifetime();
    String token = firebase.grants().issue(account.projectId(), forcedLifetime.orElse(told));
    return Answer.json(
        200,
        new JsonObject()
            .put("access_token", token)
            .put("expires_in", told.toSeconds())
            .put("token_type", "Bearer"));
  }

  private static Answer refused(String description) {
    return OAuth.error(400, "invalid_grant", description);
  }
}
