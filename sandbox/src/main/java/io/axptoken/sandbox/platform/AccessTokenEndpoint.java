package io.axptoken.sandbox.platform;

import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.token.AccessTokenClaims;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/** OAuth 2.0 client credentials (RFC 6749, 4.4), with the errors of a Keycloak. */
final class AccessTokenEndpoint implements TokenEndpoint {
  private final Issuing issuing;

  AccessTokenEndpoint(Issuing issuing) {
    this.issuing = issuing;
  }

  @Override
  public String mediaType() {
    return "application/x-www-form-urlencoded";
  }

  @Override
  public Answer answer(Request request, SandboxAccount account, Optional<Duration> forcedLifetime) {
    Form form = Form.parse(request.text());
    Optional<String> grant = form.value("grant_type");
    if (form.repeats()) {
      return error(400, "invalid_request", "duplicated parameter");
    }
    if (grant.isEmpty()) {
      return error(400, "invalid_request", "Missing form parameter: grant_type");
    }
    if (!grant.get().equals("client_credentials")) {
      return error(400, "unsupported_grant_type", "Unsupported grant_type");
    }
    if (!isClient(form, account)) {
      return error(401, "invalid_client", "Invalid client or Invalid client credentials");
    }
    return issued(account, forcedLifetime);
  }

  private static boolean isClient(Form form, SandboxAccount account) {
    return account.isClient(
        form.value("client_id").orElse(""), form.value("client_secret").orElse(""));
  }

  private Answer issued(SandboxAccount account, Optional<Duration> forcedLifetime) {
    Duration told = issuing.accessTokenLifetime().get();
    AccessTokenClaims claims =
        AccessTokenClaims.of(
            account.accountId(),
            account.clientId(),
            issuing.clock().instant(),
            forcedLifetime.orElse(told),
            issuing.generation().getAsLong());
    return success(issuing.signer().sign(claims.toJson()), told);
  }

  private static Answer success(String token, Duration lifetime) {
    JsonObject body =
        new JsonObject()
            .put("access_token", token)
            .put("expires_in", lifetime.toSeconds())
            .put("refresh_expires_in", 0)
            .put("token_type", "Bearer")
            .put("not-before-policy", 0)
            .put("scope", "email profile");
    return Answer.json(200, body).with("Cache-Control", "no-store").with("Pragma", "no-cache");
  }

  private static Answer error(int status, String error, String description) {
    return Answer.json(
        status, new JsonObject().put("error", error).put("error_description", description));
  }
}
