package io.axptoken.sandbox.idp;

import io.axptoken.sandbox.platform.Answer;
import io.axptoken.sandbox.platform.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The authorization endpoint: shows the users, and sends a code for the one who is picked. */
final class SignIn {
  private static final String BAD_REDIRECT =
      "redirect_uri must be one page on localhost, 127.0.0.1 or [::1], without a fragment:"
          + " the sandbox sends codes nowhere else.";

  private final IdentityProvider provider;
  private final Codes codes;

  SignIn(IdentityProvider provider, Codes codes) {
    this.provider = provider;
    this.codes = codes;
  }

  /** The answer to a client's request. */
  Answer show(Form query) {
    return unlessRefused(query, this::page);
  }

  private Answer page(AuthorizationRequest request) {
    return Page.signIn(request, provider.below("/authorize").getRawPath());
  }

  /** The answer to the form of the page. */
  Answer picked(Form form) {
    return unlessRefused(form, this::answer);
  }

  private Answer unlessRefused(Form form, Function<AuthorizationRequest, Answer> next) {
    Optional<AuthorizationRequest> request = AuthorizationRequest.of(form);
    if (request.isEmpty()) {
      return Page.saying(400, "This cannot be answered", BAD_REDIRECT);
    }
    return request
        .get()
        .refusal()
        .map(refusal -> refused(request.get(), refusal))
        .orElseGet(() -> next.apply(request.get()));
  }

  private Answer answer(AuthorizationRequest request) {
    if (request.form().value("cancel").isPresent()) {
      return refused(
          request, new AuthorizationRequest.Refusal("access_denied", "The sign-in was cancelled."));
    }
    String picked = request.value("user");
    String name = picked.isEmpty() ? request.value("name") : picked;
    if (!SandboxUser.isName(name)) {
      return page(request);
    }
    String code = codes.issue(new Grant(request, SandboxUser.named(name)));
    return back(request, Map.of("code", code));
  }

  private Answer refused(AuthorizationRequest request, AuthorizationRequest.Refusal refusal) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("error", refusal.error());
    parameters.put("error_description", refusal.description());
    return back(request, parameters);
  }

  /** With the state, and with the issuer against mix-up (RFC 9207). */
  private Answer back(AuthorizationRequest request, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("state", request.value("state"));
    all.put("iss", provider.issuer().toString());
    return Redirect.to(request.redirectUri(), all);
  }
}
