package io.axptoken.sandbox.platform;

import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.token.AccessTokenClaims;
import io.axptoken.sandbox.token.EndUserClaims;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** "Generate JWT Token": an access token and a description of the end user for a JWT. */
final class EndUserTokenEndpoint implements TokenEndpoint {
  private static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(15);
  private static final String BEARER = "Bearer ";

  private final Issuing issuing;

  EndUserTokenEndpoint(Issuing issuing) {
    this.issuing = issuing;
  }

  @Override
  public String mediaType() {
    return Answer.JSON;
  }

  @Override
  public Answer answer(Request request, SandboxAccount account, Optional<Duration> forcedLifetime) {
    Optional<AccessTokenClaims> caller = caller(request);
    if (caller.isEmpty()) {
      return request
          .refuse(401, "The access token is missing, malformed, expired or revoked.")
          .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
    if (!caller.get().isFor(account.accountId())) {
      return request.refuse(403, "The access token is not for this account.");
    }
    return issue(request, account, forcedLifetime);
  }

  private Optional<AccessTokenClaims> caller(Request request) {
    return request
        .header("authorization")
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip())
        .flatMap(issuing.signer()::verify)
        .map(AccessTokenClaims::read)
        .filter(claims -> claims.isGood(issuing.clock().instant(), issuing.accepted()));
  }

  private Answer issue(Request request, SandboxAccount account, Optional<Duration> forcedLifetime) {
    Optional<JsonObject> body = object(request);
    if (body.isEmpty()) {
      return request.refuse(
          Problem.violated(
              List.of(new Violation("", "must be a JSON object", Violation.WRONG_FORMAT))));
    }
    List<Violation> violations = EndUserTokenRules.violations(body.get(), account.integrationId());
    if (!violations.isEmpty()) {
      return request.refuse(Problem.violated(violations));
    }
    return created(account, body.get(), forcedLifetime.orElseGet(() -> asked(body.get())));
  }

  private static Duration asked(JsonObject request) {
    OptionalLong minutes = EndUserTokenRules.minutes(request.getValue("ttl"));
    return minutes.isPresent() ? Duration.ofMinutes(minutes.getAsLong()) : DEFAULT_LIFETIME;
  }

  private Answer created(SandboxAccount account, JsonObject request, Duration lifetime) {
    Instant now = issuing.clock().instant();
    JsonObject claims =
        EndUserClaims.of(
            account.accountId(), request, now, lifetime, issuing.endUserTokens().next());
    String token = "jwt." + issuing.signer().sign(claims);
    return Answer.json(201, new JsonObject().put("jwtToken", token))
        .with("Cache-Control", "no-store");
  }

  private static Optional<JsonObject> object(Request request) {
    try {
      return Optional.of(new JsonObject(request.body()));
    } catch (DecodeException | ClassCastException e) {
      return Optional.empty();
    }
  }
}
