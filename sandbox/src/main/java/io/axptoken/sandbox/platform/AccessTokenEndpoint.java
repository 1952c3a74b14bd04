package io.axptoken.sandbox.platform;

import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.SandboxAccount.Platform;
import io.axptoken.sandbox.token.AccessTokenClaims;
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
      return OAuth.error(400, "invalid_request", "duplicated parameter");
    }
    if (grant.isEmpty()) {
      return OAuth.error(400, "invalid_request", "Missing form parameter: grant_type");
    }
    if (!grant.get().equals("client_credentials")) {
      return OAuth.error(400, "unsupported_grant_type", "Unsupported grant_type");
    }
    if (!OAuth.isClient(form, account, issuing.clients())) {
      return OAuth.invalidClient();
    }
    if (account.platform() != Platform.AXP) {
      return OAuth.error(
          401, "unauthorized_client", "Client not enabled to retrieve service account");
    }
    return issued(account, forcedLifetime);
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
    return OAuth.success(issuing.signer().sign(claims.toJson()), told, "email profile");
  }
}
