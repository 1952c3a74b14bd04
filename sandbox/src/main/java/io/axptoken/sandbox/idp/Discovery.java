package io.axptoken.sandbox.idp;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The provider's metadata (OpenID Connect Discovery 1.0, 3; RFC 8414). */
final class Discovery {
  private Discovery() {}

  static JsonObject of(IdentityProvider provider) {
    return new JsonObject()
        .put("issuer", provider.issuer().toString())
        .put("authorization_endpoint", provider.below("/authorize").toString())
        .put("token_endpoint", provider.below("/token").toString())
        .put("end_session_endpoint", provider.below("/logout").toString())
        .put("jwks_uri", provider.jwksUri().toString())
        .put("scopes_supported", JsonArray.of("openid", "profile", "email", "phone"))
        .put("response_types_supported", JsonArray.of("code"))
        .put("response_modes_supported", JsonArray.of("query"))
        .put("grant_types_supported", JsonArray.of("authorization_code"))
        .put("subject_types_supported", JsonArray.of("public"))
        .put("id_token_signing_alg_values_supported", JsonArray.of("RS256", "ES256", "EdDSA"))
        .put("token_endpoint_auth_methods_supported", JsonArray.of("none"))
        .put("code_challenge_methods_supported", JsonArray.of("S256"))
        .put("authorization_response_iss_parameter_supported", true);
  }
}
