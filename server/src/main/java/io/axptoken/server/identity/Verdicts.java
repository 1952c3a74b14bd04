package io.axptoken.server.identity;

import io.axptoken.client.EndUser;
import io.axptoken.server.identity.Identification.Identified;
import io.axptoken.server.identity.Identification.Reason;
import io.axptoken.server.identity.Identification.Rejected;
import io.axptoken.server.identity.Identification.Unavailable;
import io.axptoken.server.identity.jwt.Verdict;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the verdict on a token means for the request that brought it. */
final class Verdicts {
  private Verdicts() {}

  /**
   * The identification.
   *
   * @param bearer the challenge of the scheme that the token came by (RFC 6750, 3), or {@code null}
   *     if it came in a header of its own
   */
  static Identification identification(Verdict verdict, String mode, @Nullable String bearer) {
    return switch (verdict) {
      case Verdict.Proven(EndUser user) -> new Identified(new IdentifiedUser(user, mode));
      case Verdict.Invalid(String detail) ->
          new Rejected(
              Reason.NOT_AUTHENTICATED,
              detail,
              error(bearer, "invalid_token", "error_description", detail));
      case Verdict.Unusable(String detail) -> new Rejected(Reason.NOT_PERMITTED, detail);
      case Verdict.ScopeMissing(String scopes) ->
          new Rejected(
              Reason.NOT_PERMITTED,
              "The token is valid, but lacks a scope that is needed here: " + scopes + ".",
              error(bearer, "insufficient_scope", "scope", scopes));
      case Verdict.Uncheckable(Duration retryAfter) ->
          new Unavailable(
              "Who the end user is cannot be checked at the moment. Try again.", retryAfter);
    };
  }

  private static @Nullable String error(
      @Nullable String bearer, String error, String parameter, String value) {
    return bearer == null
        ? null
        : "%s, error=\"%s\", %s=\"%s\"".formatted(bearer, error, parameter, value);
  }
}
