package io.axptoken.sandbox.platform;

import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.SandboxAccount.Platform;
import io.axptoken.sandbox.token.EndUserClaims;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/**
 * Infinity's one call: a grant of its own (RFC 6749, 4.5) that takes client and end user together,
 * and whose access token is the end user's JWT. What is wrong with the end user or the integration
 * it tells as a problem object written into the text of the OAuth error.
 */
final class InfinityTokenEndpoint implements TokenEndpoint {
  private static final String GRANT = "custom_sdk_grant_type";
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final Issuing issuing;

  InfinityTokenEndpoint(Issuing issuing) {
    this.issuing = issuing;
  }

  /** Whether a call at the path of all realms is meant for this endpoint. */
  static boolean isAskedBy(Request request) {
    return Form.parse(request.text()).value("grant_type").filter(GRANT::equals).isPresent();
  }

  @Override
  public String mediaType() {
    return "application/x-www-form-urlencoded";
  }

  @Override
  public Answer answer(Request request, SandboxAccount account, Optional<Duration> forcedLifetime) {
    Form form = Form.parse(request.text());
    if (form.repeats()) {
      return OAuth.error(400, "invalid_request", "duplicated parameter");
    }
    if (account.platform() != Platform.INFINITY) {
      return OAuth.error(400, "unsupported_grant_type", "Unsupported grant_type");
    }
    if (!OAuth.isClient(form, account, issuing.clients())) {
      return OAuth.invalidClient();
    }
    return known(form, account, forcedLifetime.orElse(LIFETIME));
  }

  private Answer known(Form form, SandboxAccount account, Duration lifetime) {
    if (!form.value("integrationId").orElse("").equalsIgnoreCase(account.integrationId())) {
      return refused(
          "Resource Not Found",
          404,
          "The integration Id does not exist. It must be one of this account.");
    }
    InfinityUser user = InfinityUser.of(form);
    return user.fault()
        .map(fault -> refused("VALIDATION_FAILED", 400, fault))
        .orElseGet(() -> issued(user.toJson(account.integrationId()), account, lifetime));
  }

  private Answer issued(JsonObject user, SandboxAccount account, Duration lifetime) {
    JsonObject claims =
        EndUserClaims.of(
            account.accountId(),
            user,
            issuing.clock().instant(),
            lifetime,
            issuing.endUserTokens().next());
    return OAuth.success(issuing.signer().sign(claims), LIFETIME, "organization email profile");
  }

  private static Answer refused(String title, int status, String detail) {
    JsonObject problem =
        new JsonObject().put("title", title).put("status", status).put("detail", detail);
    return OAuth.error(400, "invalid_request", problem.encode() + "\n");
  }
}
