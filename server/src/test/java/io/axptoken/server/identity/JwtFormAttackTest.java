package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.server.fixture.JwtAttacks;
import io.axptoken.server.fixture.ProblemAnswer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The attacks on the form of tokens and on the places they come from, and storms of them. */
class JwtFormAttackTest extends JwtAttacks {
  @TestFactory
  Stream<DynamicTest> forms() {
    return Stream.of(
        attack("no token at all", "three parts", t -> ""),
        attack("not a token", "three parts", t -> "s3cr3t-opaque-token"),
        attack("dots alone", "not signed", t -> ".."),
        attack("four parts", "three parts", t -> t.sign() + ".e30"),
        attack("dots without end", "three parts", t -> ".".repeat(9 * 1024)),
        attack("JSON serialization", "three parts", t -> json(t.sign())),
        attack(
            "padded base64", "base64url", t -> part("{\"alg\":\"RS256\" }") + "=" + rest(t.sign())),
        attack("blank inside", "base64url", t -> t.sign().replace(".", ". ")),
        attack("two tokens", "is encrypted", t -> t.sign() + " " + t.sign()),
        attack("comma and another", "is encrypted", t -> t.sign() + "," + t.sign()));
  }

  @Test
  void aSecondAuthorizationHeaderDoesNotHelp() throws Exception {
    var request =
        server
            .http()
            .request("GET", "/token")
            .header("authorization", "Bearer " + provider.tokenFor(USER).unsigned().sign())
            .header("authorization", "Bearer " + provider.tokenFor(USER).sign());

    ProblemAnswer.of(server.http().send(request), 401, "not-authenticated");
    server.assertNothingMinted();
  }

  @Test
  void aTokenInQueryOrBodyIsNotLookedAt() throws Exception {
    String token = provider.tokenFor(USER).sign();

    var inQuery = server.http().get("/token?access_token=" + token);
    var inBody = server.http().postToken("{\"access_token\":\"" + token + "\"}");

    ProblemAnswer.of(inQuery, 401, "not-authenticated");
    ProblemAnswer.of(inBody, 400, "constraint-violation");
    server.assertNothingMinted();
  }

  @Test
  void aCookieWithATokenIsNotLookedAt() throws Exception {
    var request =
        server
            .http()
            .request("GET", "/token")
            .header("cookie", "Authorization=Bearer " + provider.tokenFor(USER).sign());

    ProblemAnswer.of(server.http().send(request), 401, "not-authenticated");
  }

  @Test
  void aStormOfUnknownKeysCausesAtMostOneFetch() throws Exception {
    sandbox.journal().clear();

    for (int i = 0; i < 200; i++) {
      var answer = server.bearer(provider.tokenFor(USER).header("kid", "made-up-" + i).sign());
      assertThat(answer.statusCode()).isEqualTo(401);
    }

    assertThat(sandbox.journal().count(Endpoint.IDP_KEYS)).isLessThanOrEqualTo(2);
    assertThat(server.bearer(provider.tokenFor(USER).sign()).statusCode()).isEqualTo(200);
  }

  private static String json(String token) {
    String[] parts = token.split("\\.", -1);
    return "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}"
        .formatted(parts[0], parts[1], parts[2]);
  }
}
