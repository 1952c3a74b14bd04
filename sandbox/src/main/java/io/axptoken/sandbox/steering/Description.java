package io.axptoken.sandbox.steering;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.fcm.Firebase;
import io.axptoken.sandbox.idp.IdentityProvider;
import io.axptoken.sandbox.idp.SandboxUser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** What a sandbox tells about itself: its accounts, secrets included, and where to find what. */
final class Description {
  private Description() {}

  static JsonObject of(AxpSandbox sandbox) {
    return new JsonObject()
        .put("name", "AXP sandbox platform")
        .put("baseUri", sandbox.baseUri().toString())
        .put("accessTokenLifetimeSeconds", sandbox.accessTokens().lifetime().toSeconds())
        .put("accounts", new JsonArray(sandbox.accounts().stream().map(Description::of).toList()))
        .put("identityProvider", identityProvider(sandbox))
        .put("firebase", firebase(sandbox.firebase()))
        .put("endpoints", endpoints())
        .put("faults", new JsonArray(FaultKind.BY_LABEL.keySet().stream().sorted().toList()))
        .put("modes", new JsonArray(Mode.BY_LABEL.keySet().stream().sorted().toList()));
  }

  private static JsonObject of(SandboxAccount account) {
    return new JsonObject()
        .put("platform", account.platform().name().toLowerCase(Locale.ROOT))
        .put("accountId", account.accountId())
        .put("integrationId", account.integrationId())
        .put("clientId", account.clientId())
        .put("clientSecret", account.clientSecret())
        .put("appKey", account.appKey());
  }

  private static JsonObject identityProvider(AxpSandbox sandbox) {
    IdentityProvider provider = sandbox.identityProvider();
    return new JsonObject()
        .put("issuer", provider.issuer().toString())
        .put("discoveryUri", provider.discoveryUri().toString())
        .put("audience", IdentityProvider.AUDIENCE)
        .put("users", new JsonArray(provider.users().stream().map(SandboxUser::subject).toList()));
  }

  private static JsonObject firebase(Firebase firebase) {
    return new JsonObject()
        .put("baseUri", firebase.baseUri().toString())
        .put("tokenUri", firebase.tokenUri().toString())
        .put("projects", new JsonArray(firebase.projects()));
  }

  private static JsonObject endpoints() {
    return new JsonObject()
        .put("access-token", "POST /api/auth/v1/{accountId}/protocol/openid-connect/token")
        .put("end-user-token", "POST /api/digital/chat/v1/accounts/{accountId}/tokens")
        .put("infinity-token", "POST /auth/realms/{accountId}/protocol/openid-connect/token")
        .put("keys", "GET /.well-known/jwks.json")
        .put("idp-discovery", "GET /sandbox/idp/.well-known/openid-configuration")
        .put("idp-keys", "GET /sandbox/idp/jwks.json")
        .put("idp-token", "POST /sandbox/idp/token")
        .put("idp-key-rotation", "POST /sandbox/idp/keys/rotate")
        .put("idp-minting", "POST /sandbox/idp/tokens")
        .put("fcm-token", "POST /token")
        .put("fcm-send", "POST /v1/projects/{projectId}/messages:send")
        .put("fcm-service-account", "POST /sandbox/fcm/service-accounts")
        .put("fcm-key-replacement", "POST /sandbox/fcm/service-accounts/replace-key")
        .put("fcm-grant-revocation", "POST /sandbox/fcm/access-tokens/revoke")
        .put("fcm-devices", "POST /sandbox/fcm/devices, DELETE /sandbox/fcm/devices/{token}")
        .put("fcm-messages", "GET, DELETE /sandbox/fcm/messages")
        .put("journal", "GET, DELETE /sandbox/journal")
        .put("faults", "GET, PUT, DELETE /sandbox/faults")
        .put("access-token-lifetime", "PUT /sandbox/access-tokens")
        .put("revocation", "POST /sandbox/access-tokens/revoke")
        .put("key-rotation", "POST /sandbox/keys/rotate")
        .put("chat", "{any prefix}/sdk/digital/chat/v1/integrations/{integrationId}/…")
        .put("chat-engagements", "GET /sandbox/chat/engagements[/{engagementId}]")
        .put("chat-calls", "GET /sandbox/chat/calls")
        .put("chat-token-revocation", "POST /sandbox/chat/tokens/revoke")
        .put("push-callback", "GET, PUT, DELETE /sandbox/chat/push-callback")
        .put("agent", "GET /sandbox/agent")
        .put("reset", "POST /sandbox/reset");
  }
}
