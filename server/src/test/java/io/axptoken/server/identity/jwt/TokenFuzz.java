package io.axptoken.server.identity.jwt;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.testing.Fuzz;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Whatever a bearer token says, it is refused in our own words or keeps every rule. */
public final class TokenFuzz {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final TokenRules RULES =
      new TokenRules(
          Set.of("RS256"),
          Set.of("https://issuer.example"),
          Set.of("tokens"),
          SKEW,
          Set.of(),
          Set.of(),
          null);
  private static final ClaimMapping MAPPING =
      new ClaimMapping(
          ClaimPath.of("sub"),
          ClaimPath.of("name"),
          Map.of("emailAddresses", ClaimPath.of("email"), "crm", ClaimPath.of("crm.numbers.0")));

  private TokenFuzz() {}

  /** The entry point of the fuzzer: a token; or a header in the first line, then the claims. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = Fuzz.latin(input);
    check(text, false);
    check(text, true);
    check(part(Fuzz.firstLine(text)) + "." + part(Fuzz.afterFirstLine(text)) + ".c2ln", false);
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void check(String text, boolean padding) {
    try {
      CompactToken token = CompactToken.parse(text, padding);
      require(text.startsWith(token.signingInput() + "."), "What is signed is what came");
      HeaderCheck.check(token, RULES);
      require(
          "RS256".equals(token.header().get("alg")), "The algorithm is the one that is allowed");
      require(!token.header().containsKey("crit"), "Nothing is critical");
      ClaimsCheck.check(token, RULES, NOW);
      requireRules(token);
      requireUsable(MAPPING.map(token.claims()));
    } catch (BadToken refused) {
      require(refused.detail().matches("[ -~&&[^\"\\\\]]{1,200}"), "A refusal quotes nothing");
    }
  }

  private static void requireRules(CompactToken token) {
    require("https://issuer.example".equals(token.claims().get("iss")), "The issuer is ours");
    require(String.valueOf(token.claims().get("aud")).contains("tokens"), "The audience is ours");
    Instant end = ClaimsCheck.end(token, RULES);
    require(end.isAfter(NOW), "It has not expired");
  }

  private static void requireUsable(ClaimMapping.Mapped mapped) {
    switch (mapped) {
      case ClaimMapping.Mapped.User user -> {
        require(
            !user.user().id().isEmpty() && user.user().id().length() <= 256, "An id is bounded");
        require(user.user().identifiers().size() <= 2, "Identifiers are those that are mapped");
      }
      case ClaimMapping.Mapped.Unusable unusable ->
          require(unusable.detail().matches("[ -~]{1,250}"), "A refusal quotes no values");
    }
  }
}
