package io.axptoken.server.identity.jwt;

import io.axptoken.client.EndUser;
import io.axptoken.server.identity.jwt.keys.StrictJson;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Reads claims whose signature somebody else has checked, as Envoy and Istio forward them. Times
 * are checked again where they are there; for the rest the caller has to know what to believe.
 */
public final class ForwardedClaims {
  private static final int MAX_LENGTH = TokenVerifier.MAX_LENGTH;

  private final ClaimMapping mapping;
  private final Duration clockSkew;
  private final InstantSource clock;

  /** Claims that make users by this mapping. */
  public ForwardedClaims(ClaimMapping mapping, Duration clockSkew, InstantSource clock) {
    this.mapping = mapping;
    this.clockSkew = clockSkew;
    this.clock = clock;
  }

  /** The user of claims in base64url, padded or not. */
  public Verdict read(String payload) {
    try {
      if (payload.length() > MAX_LENGTH) {
        throw new BadToken("The forwarded claims are larger than " + MAX_LENGTH / 1024 + " KiB.");
      }
      Map<String, Object> claims = StrictJson.object(CompactToken.decoded(payload, true));
      TimesCheck.check(claims, clockSkew, clock.instant());
      return switch (mapping.map(claims)) {
        case ClaimMapping.Mapped.User(EndUser user) -> new Verdict.Proven(user);
        case ClaimMapping.Mapped.Unusable(String detail) -> new Verdict.Unusable(detail);
      };
    } catch (IOException _) {
      return new Verdict.Invalid("The forwarded claims are no well-formed JSON object.");
    } catch (BadToken bad) {
      return new Verdict.Invalid(bad.detail());
    }
  }
}
