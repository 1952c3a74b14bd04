package io.axptoken.sandbox.platform;

import io.axptoken.sandbox.SandboxAccount;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** What the grants of a Keycloak have in common: how they know a client, and their answers. */
public final class OAuth {
  private OAuth() {}

  /** Whether the form's credentials are those of the account's client. */
  static boolean isClient(Form form, SandboxAccount account, ClientCheck clients) {
    return clients.isClient(
        account, form.value("client_id").orElse(""), form.value("client_secret").orElse(""));
  }

  /** The token, with the other members that a Keycloak adds. */
  static Answer success(String token, Duration lifetime, String scope) {
    JsonObject body =
        new JsonObject()
            .put("access_token", token)
            .put("expires_in", lifetime.toSeconds())
            .put("refresh_expires_in", 0)
            .put("token_type", "Bearer")
            .put("not-before-policy", 0)
            .put("scope", scope);
    return Answer.json(200, body).with("Cache-Control", "no-store").with("Pragma", "no-cache");
  }

  /** The refusal of a client that is unknown or does not prove itself. */
  static Answer invalidClient() {
    return error(401, "invalid_client", "Invalid client or Invalid client credentials");
  }

  /** A refusal (RFC 6749, 5.2). */
  public static Answer error(int status, String error, String description) {
    return Answer.json(
        status, new JsonObject().put("error", error).put("error_description", description));
  }
}
