package io.axptoken.sandbox.idp;

import io.axptoken.sandbox.platform.Answer;
import io.axptoken.sandbox.platform.Form;
import io.axptoken.sandbox.platform.OAuth;
import io.axptoken.sandbox.platform.Request;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The token endpoint: a code and its verifier for tokens, without a client secret. */
final class CodeExchange {
  private final IdentityProvider provider;
  private final Codes codes;

  CodeExchange(IdentityProvider provider, Codes codes) {
    this.provider = provider;
    this.codes = codes;
  }

  /** The answer; a forced lifetime is that of the tokens, and is not told. */
  Answer answer(Request request, Optional<Duration> forcedLifetime) {
    if (!request.isOf("application/x-www-form-urlencoded")) {
      return OAuth.error(400, "invalid_request", "The body must be a form.");
    }
    Form form = Form.parse(request.text());
    if (form.repeats()) {
      return OAuth.error(400, "invalid_request", "A parameter stands there twice.");
    }
    if (!value(form, "grant_type").equals("authorization_code")) {
      return OAuth.error(400, "unsupported_grant_type", "grant_type must be authorization_code.");
    }
    return codes
        .redeem(value(form, "code"))
        .filter(grant -> isOf(grant, form))
        .map(grant -> tokens(grant, forcedLifetime.orElse(IdentityProvider.LIFETIME)))
        .orElseGet(() ->
            OAuth.error(
                400,
                "invalid_grant",
                "The code is not known (any more), or was asked for by another client,"
                    + " redirect_uri or code_verifier."));
  }

  private static boolean isOf(Grant grant, Form form) {
    return grant.isOf(
        value(form, "client_id"), value(form, "redirect_uri"), value(form, "code_verifier"));
  }

  private Answer tokens(Grant grant, Duration lifetime) {
    AuthorizationRequest asked = grant.request();
    String clientId = asked.value("client_id");
    String scope = asked.value("scope");
    String audience = asked.form().value("resource").orElse(IdentityProvider.AUDIENCE);
    JsonObject body =
        new JsonObject()
            .put(
                "access_token",
                provider
                    .accessToken(grant.user(), clientId, audience, scope)
                    .type(asked.type())
                    .expiresIn(lifetime)
                    .sign())
            .put("token_type", "Bearer")
            .put("expires_in", IdentityProvider.LIFETIME.toSeconds())
            .put("scope", scope);
    if (Arrays.asList(scope.split(" ", -1)).contains("openid")) {
      body.put("id_token", idToken(grant, clientId).expiresIn(lifetime).sign());
    }
    return Answer.json(200, body).with("Cache-Control", "no-store").with("Pragma", "no-cache");
  }

  private TokenDraft idToken(Grant grant, String clientId) {
    TokenDraft token = provider.idToken(grant.user(), clientId);
    String nonce = grant.request().value("nonce");
    return nonce.isEmpty() ? token : token.claim("nonce", nonce);
  }

  private static String value(Form form, String name) {
    return form.value(name).orElse("");
  }
}
