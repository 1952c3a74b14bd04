package io.axptoken.sandbox.idp;

import io.axptoken.sandbox.platform.Form;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request for a code (OpenID Connect Core, 3.1.2; PKCE, RFC 7636), whose redirect URI is good.
 *
 * @param form all parameters
 * @param redirectUri where the answer goes
 */
record AuthorizationRequest(Form form, URI redirectUri) {
  /** The parameters that the sign-in page hands on. */
  static final List<String> PARAMETERS =
      List.of(
          "response_type",
          "response_mode",
          "client_id",
          "redirect_uri",
          "scope",
          "state",
          "nonce",
          "code_challenge",
          "code_challenge_method",
          "resource");

  /** What an access token may say that it is; the first unless another is picked. */
  static final List<String> TYPES = List.of("at+jwt", "JWT");

  private static final Pattern S256 = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int MAX_CHARS = 2000;

  /** An error code and its sentence (RFC 6749, 4.1.2.1). */
  record Refusal(String error, String description) {}

  /** The request, or empty where the redirect URI cannot be trusted with an answer. */
  static Optional<AuthorizationRequest> of(Form form) {
    long redirectUris =
        form.fields().stream().filter(field -> field.name().equals("redirect_uri")).count();
    return redirectUris == 1
        ? form.value("redirect_uri")
            .flatMap(Loopback::page)
            .map(uri -> new AuthorizationRequest(form, uri))
        : Optional.empty();
  }

  /** What is wrong with the rest of it. */
  Optional<Refusal> refusal() {
    if (form.repeats()) {
      return refused("invalid_request", "A parameter stands there twice.");
    }
    if (form.fields().stream().anyMatch(field -> field.value().length() > MAX_CHARS)) {
      return refused("invalid_request", "A parameter is too long.");
    }
    if (!value("response_type").equals("code")) {
      return refused("unsupported_response_type", "response_type must be code.");
    }
    if (!value("response_mode").isEmpty() && !value("response_mode").equals("query")) {
      return refused("invalid_request", "response_mode must be query.");
    }
    if (value("client_id").isBlank()) {
      return refused("invalid_request", "client_id is missing; any name will do.");
    }
    return pkceRefusal().or(this::promptRefusal);
  }

  private Optional<Refusal> pkceRefusal() {
    if (!value("code_challenge_method").equals("S256")) {
      return refused("invalid_request", "code_challenge_method must be S256.");
    }
    return S256.matcher(value("code_challenge")).matches()
        ? Optional.empty()
        : refused("invalid_request", "code_challenge must be 43 characters of base64url.");
  }

  private Optional<Refusal> promptRefusal() {
    return value("prompt").equals("none")
        ? refused("login_required", "Nobody stays signed in at the sandbox.")
        : Optional.empty();
  }

  /** A parameter, empty where it is missing. */
  String value(String name) {
    return form.value(name).orElse("");
  }

  /** What the access token says that it is: as picked on the page. */
  String type() {
    String picked = value("typ");
    return TYPES.contains(picked) ? picked : TYPES.getFirst();
  }

  private static Optional<Refusal> refused(String error, String description) {
    return Optional.of(new Refusal(error, description));
  }
}
