package io.axptoken.sandbox.chat.wire;

import static io.axptoken.sandbox.chat.wire.ChatClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Caller;
import io.axptoken.sandbox.RawCall;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.SandboxOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call, and section 6 of the contract: how the others are refused. */
class ErrorsContractTest extends ChatTest {
  private static final SandboxAccount OTHER =
      new SandboxAccount(
          "OTHERS",
          "99999999-2222-3333-4444-555555555555",
          "other-client",
          "other-s3cr3t",
          "other-app-key");

  @Override
  protected SandboxOptions options() {
    return super.options()
        .withAccounts(SandboxAccount.DEFAULT, SandboxAccount.DEFAULT_INFINITY, OTHER);
  }

  static Stream<Named<UnaryOperator<String>>> spoilt() {
    return Stream.of(
        Named.of("none", token -> ""),
        Named.of("without Bearer", token -> token),
        Named.of("without the prefix", token -> "Bearer " + token.substring(4)),
        Named.of("with the prefix in upper case", token -> "Bearer JWT" + token.substring(3)),
        Named.of("with two prefixes", token -> "Bearer jwt." + token),
        Named.of("cut off", token -> "Bearer " + token.substring(0, token.length() - 20)),
        Named.of(
            "without signature",
            token -> "Bearer " + token.substring(0, token.lastIndexOf('.') + 1)),
        Named.of("with other claims", ErrorsContractTest::withOtherClaims),
        Named.of("of algorithm none", token -> "Bearer jwt.eyJhbGciOiJub25lIn0.e30."),
        Named.of("nonsense", token -> "Bearer jwt.a.b.c"),
        Named.of("dots", token -> "Bearer jwt....."));
  }

  private static String withOtherClaims(String token) {
    String[] parts = token.split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8);
    String forged =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                new JsonObject(claims).put("sub", "someone-else").toBuffer().getBytes());
    return "Bearer jwt." + parts[1] + "." + forged + "." + parts[3];
  }

  @ParameterizedTest
  @MethodSource("spoilt")
  void aTokenThatIsNoneIsRefusedWith401ThatAPageCanRead(UnaryOperator<String> spoiling) {
    ChatClient page = page();

    HttpResponse<String> answer =
        page.send(
            page.request("/sessions/" + page.sessionId())
                .setHeader("Authorization", spoiling.apply(page.token())));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue("*");
    assertThat(json(answer).getInteger("status")).isEqualTo(401);
  }

  @Test
  void aServicesAccessTokenIsNoEndUsersToken() {
    ChatClient page = page();
    try (Caller caller = Caller.of(sandbox)) {
      page.useToken("jwt." + caller.accessToken());
    }

    assertThat(page.get("/sessions/" + page.sessionId()).statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenIsGoodUntilItExpires() {
    ChatClient page = page();

    time.advance(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(page.get("/sessions/" + page.sessionId()).statusCode()).isEqualTo(200);
    time.advance(Duration.ofSeconds(1));
    assertThat(page.get("/sessions/" + page.sessionId()).statusCode()).isEqualTo(401);
  }

  @Test
  void aRevokedTokenIsRefusedAndAYoungerOneIsNot() {
    ChatClient page = page();
    ChatClient bystander = closing(ChatClient.open(sandbox, "cust0mer-bystander"));

    chat().revokeTokens(user);

    assertThat(page.get("/sessions/" + page.sessionId()).statusCode()).isEqualTo(401);
    assertThat(bystander.get("/sessions/" + bystander.sessionId()).statusCode()).isEqualTo(200);
    page.useToken(ChatClient.token(sandbox, user, "Ann"));
    assertThat(page.get("/sessions/" + page.sessionId()).statusCode()).isEqualTo(200);
  }

  @Test
  void allTokensTogetherCanBeRevoked() {
    ChatClient page = page();

    chat().revokeAllTokens();

    assertThat(page.get("/sessions/" + page.sessionId()).statusCode()).isEqualTo(401);
    page.useToken(ChatClient.token(sandbox, user, "Ann"));
    assertThat(page.get("/sessions/" + page.sessionId()).statusCode()).isEqualTo(200);
  }

  @Test
  void theAppKeyMustBeThereAndTheAccountsOwn() {
    ChatClient page = page();
    String uri = page.base() + "/sessions/" + page.sessionId();
    HttpRequest.Builder without =
        HttpRequest.newBuilder(URI.create(uri))
            .setHeader("Authorization", "Bearer " + page.token());

    assertThat(page.send(without).statusCode()).isEqualTo(401);
    assertThat(
            page.send(
                    page.request("/sessions")
                        .setHeader("appkey", "other-app-key")
                        .POST(BodyPublishers.ofString("{}")))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void aTokenIsGoodForItsOwnIntegrationAlone() {
    ChatClient page = page();
    String elsewhere =
        page.base().replace(sandbox.account().integrationId(), OTHER.integrationId());

    assertThat(page.send(page.request("").uri(URI.create(elsewhere + "/sessions/x"))).statusCode())
        .isEqualTo(403);
  }

  @Test
  void whoIsRefusedLearnsNothingOfSessions() {
    ChatClient page = page();
    page.useToken("jwt.a.b.c");

    assertThat(page.get("/sessions/" + page.sessionId()).body())
        .isEqualTo(page.get("/sessions/" + page.sessionId()).body());
    assertThat(page.get("/sessions/no-such-session").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/sessions/",
        "/sessions/x/y",
        "/engagements/x",
        "/engagements/x:leave",
        "/engagements/x%3Ajoin",
        "/engagements/:join/messages"
      })
  void whatIsNotServedIs404WithCors(String path) {
    HttpResponse<String> answer = page().get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue("*");
  }

  @Test
  void aMethodThatIsNotServedIs405AndTellsWhichAre() {
    ChatClient page = page();

    HttpResponse<String> answer = page.get("/sessions");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("allow")).hasValue("POST");
  }

  @Test
  void aBodyThatIsTooLargeOrNotJsonIsRefusedWithCors() {
    ChatClient page = page();
    HttpResponse<String> large =
        page.post("/sessions", new JsonObject().put("displayName", "x".repeat(70_000)));
    HttpResponse<String> text =
        page.send(
            page.request("/sessions")
                .setHeader("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));

    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(text.statusCode()).isEqualTo(415);
    assertThat(Stream.of(large, text))
        .allSatisfy(answer ->
            assertThat(answer.headers().firstValue("access-control-allow-origin")).hasValue("*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sessions/x/events?lastEventId=%zz",
        "/engagements/x/messages?sessionId=%",
        "/sessions/x?reason=%E0%A4%A",
        "/sessions/%zz",
        "/%zz/sessions"
      })
  void whatCannotBeReadIs400WithCors(String path) throws Exception {
    ChatClient page = page();
    String request =
        "GET "
            + URI.create(page.base()).getRawPath()
            + path
            + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nappkey: "
            + sandbox.account().appKey()
            + "\r\nAuthorization: Bearer "
            + page.token()
            + "\r\n\r\n";

    try (RawCall call = RawCall.of(sandbox, request)) {
      assertThat(call.read(Duration.ofSeconds(10)).toLowerCase(Locale.ROOT))
          .startsWith("http/1.1 400 ")
          .contains("access-control-allow-origin: *\r\n");
    }
  }

  @Test
  void theJournalTellsEachCallItsCallerAndItsAnswer() {
    ChatClient page = page();
    page.get("/sessions/no-such-session");

    assertThat(chat().calls().getLast())
        .satisfies(call -> {
          assertThat(call.method()).isEqualTo("GET");
          assertThat(call.path()).endsWith("/sessions/no-such-session");
          assertThat(call.customerId()).isEqualTo(user);
          assertThat(call.status()).hasValue(404);
        });
  }
}
