package io.axptoken.server.identity;

import io.axptoken.sandbox.idp.TokenDraft;
import io.axptoken.server.fixture.JwtAttacks;
import io.axptoken.server.fixture.ProblemAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The attacks on what tokens say: whose they are, for whom, since when and until when. */
class JwtClaimsAttackTest extends JwtAttacks {
  @TestFactory
  Stream<DynamicTest> claims() {
    long now = Instant.now().getEpochSecond();
    return Stream.of(
        attack(
            "foreign issuer", "another issuer", t -> t.claim("iss", "https://evil.example").sign()),
        attack(
            "issuer with a slash more",
            "another issuer",
            t -> t.claim("iss", provider.issuer() + "/").sign()),
        attack(
            "issuer in upper case",
            "another issuer",
            t -> t.claim("iss", provider.issuer().toString().toUpperCase(Locale.ROOT)).sign()),
        attack(
            "issuers in an array",
            "not a text",
            t -> t.claim("iss", List.of(provider.issuer().toString())).sign()),
        attack("no issuer", "another issuer", t -> t.without("iss").sign()),
        attack("wrong audience", "another audience", t -> t.claim("aud", "other-server").sign()),
        attack(
            "audience as a part of a text",
            "another audience",
            t -> t.claim("aud", "axp-token-server2").sign()),
        attack("audience * ", "another audience", t -> t.claim("aud", "*").sign()),
        attack("no audience", "another audience", t -> t.without("aud").sign()),
        attack("empty audience", "another audience", t -> t.claim("aud", List.of()).sign()),
        attack(
            "audience is a map",
            "another audience",
            t -> t.claim("aud", Map.of("axp-token-server", 1)).sign()),
        attack(
            "audience array with another type",
            "another audience",
            t -> t.claim("aud", List.of("axp-token-server", 1)).sign()),
        attack("expired", "expired", t -> t.expiresIn(Duration.ofSeconds(-31)).sign()),
        attack("expired long ago", "expired", t -> t.claim("exp", 1).sign()),
        attack("never expires", "never expires", t -> t.without("exp").sign()),
        attack("expires at null", "never expires", t -> t.payload(payload("\"exp\":null")).sign()),
        attack(
            "expiry is a text",
            "not a time",
            t -> t.claim("exp", String.valueOf(now + 600)).sign()),
        attack(
            "expiry beyond all numbers",
            "not a time",
            t -> t.payload(payload("\"exp\":1e400")).sign()),
        attack(
            "expiry with a long exponent",
            "not a time",
            t -> t.payload(payload("\"exp\":1e999999999")).sign()),
        attack(
            "expiry overflows",
            "not a time",
            t -> t.payload(payload("\"exp\":9223372036854775807")).sign()),
        attack("negative expiry", "not a time", t -> t.claim("exp", -1).sign()),
        attack("not yet valid", "not valid yet", t -> t.claim("nbf", now + 90).sign()),
        attack("issued in the future", "in the future", t -> t.claim("iat", now + 90).sign()),
        attack(
            "bound to a key of its holder",
            "bound to",
            t -> t.claim("cnf", Map.of("jkt", "abc")).sign()),
        attack(
            "a claim twice",
            "well-formed",
            t -> t.payload(payload("\"exp\":%d,\"sub\":\"admin\"".formatted(now + 600))).sign()),
        attack(
            "a nested claim twice",
            "well-formed",
            t ->
                t.payload(payload("\"exp\":%d,\"a\":{\"b\":1,\"b\":2}".formatted(now + 600)))
                    .sign()),
        attack(
            "a claim twice, once escaped",
            "well-formed",
            t ->
                t.payload(payload("\"exp\":%d,\"s\\u0075b\":\"admin\"".formatted(now + 600)))
                    .sign()),
        attack("payload is no JSON", "well-formed", t -> t.payload("sub=admin").sign()),
        attack("payload is an array", "well-formed", t -> t.payload("[]").sign()),
        attack(
            "payload with something behind it",
            "well-formed",
            t -> t.payload("{" + payload("\"exp\":1").substring(1) + "{}").sign()),
        attack("payload is a token (nested)", "well-formed", t -> t.payload(t.sign()).sign()),
        attack(
            "payload deeper than deep",
            "well-formed",
            t -> t.payload("{\"a\":".repeat(500) + "1" + "}".repeat(500)).sign()));
  }

  @Test
  void aUserIdOfALaterFormOrOneThatBreaksTheRulesIsNotPermitted() throws Exception {
    for (UnaryOperator<TokenDraft> change :
        List.<UnaryOperator<TokenDraft>>of(
            t -> t.without("sub"),
            t -> t.claim("sub", ""),
            t -> t.claim("sub", true),
            t -> t.claim("sub", List.of("user-1", "user-2")),
            t -> t.claim("sub", List.of("user-1")),
            t -> t.claim("sub", 1),
            t -> t.claim("name", List.of("Anna")),
            t -> t.claim("sub", Map.of("id", "user-1")),
            t -> t.claim("sub", "x".repeat(257)),
            t -> t.claim("sub", "user\n1"),
            t -> t.claim("name", "x".repeat(71)),
            t -> t.claim("name", "\u001b[2J"),
            t -> t.claim("email", List.of("1", "2", "3", "4", "5", "6")))) {
      var answer = server.bearer(change.apply(provider.tokenFor(USER)).sign());

      ProblemAnswer.of(answer, 403, "not-permitted");
    }
    server.assertNothingMinted();
  }
}
