package io.axptoken.server.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.TestKeys;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.config.AuditSettings.Addresses;
import io.axptoken.service.config.Secret;
import io.axptoken.testing.CapturedLogs;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are handed out again, as callers see them. */
class ReusedTokenTest {
  private static final String SHOP = "https://shop.example";
  private static final String KEY = "axpk_s3cr3t-shop";
  private static final AuditSettings AUDIT =
      new AuditSettings(
          true, Addresses.FULL, Secret.of("s3cr3t-audit-key-of-more-than-32-characters"));
  private static final AtomicInteger USERS = new AtomicInteger();

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.with(s ->
          s.reuse()
              .chatSdkEndpoint()
              .audit(AUDIT)
              .allowedOrigins(SHOP)
              .identity(
                  """
                  identity:
                    modes: [apiKey, claimed, guest]
                    apiKey: { keys: { shop: @1 } }
                    guest: { secrets: [s3cr3t-of-the-guests-number-one-0001] }
                  """
                      .replace("@1", TestKeys.sha256(KEY))));

  /** A user whom no other test knows. */
  private static String someone() {
    return "user-" + USERS.incrementAndGet();
  }

  private static String body(String id, String more) {
    return "{\"userId\":\"" + id + "\"" + more + "}";
  }

  private static String post(String json) throws Exception {
    return ok(SERVER.http().postToken(json));
  }

  private static String ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static int calls() {
    return SERVER.sandbox().journal().count(Endpoint.END_USER_TOKEN);
  }

  @Test
  void theAnswerIsTheSameByteForByte() throws Exception {
    String user = body(someone(), "");
    HttpResponse<String> first = SERVER.http().postToken(user);
    HttpResponse<String> second = SERVER.http().postToken(user);

    assertThat(ok(second)).isEqualTo(ok(first)).contains("\"expiresAt\":\"");
    assertThat(second.headers().map().keySet()).isEqualTo(first.headers().map().keySet());
    assertThat(second.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void theOlderChatSdkSharesItInItsOwnWords() throws Exception {
    String id = someone();
    String token = post(body(id, "")).replaceFirst("\",.*", "");
    HttpRequest.Builder older = SERVER.http().tokenRequest("{\"customerId\":\"" + id + "\"}");
    String answer = ok(SERVER.http().send(older.uri(SERVER.http().uri("/v1/getJWT"))));

    assertThat(answer).startsWith(token).contains("\"appkey\":").doesNotContain("expiresAt");
    assertThat(calls()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"userName\":\"Anna\"",
        ",\"verified\":true",
        ",\"verified\":false",
        ",\"userIdentifiers\":{\"emailAddresses\":[\"cust0mer@shop.example\"]}",
      })
  void whoTellsSomethingElseOfTheUserGetsANewOne(String more) throws Exception {
    String id = someone();
    String first = post(body(id, ""));

    assertThat(post(body(id, more))).isNotEqualTo(first);
    assertThat(calls()).isEqualTo(2);
  }

  @Test
  void twoWritingsOfTheSameFactsAreTheSameUser() throws Exception {
    String id = someone();
    String first = post(body(id, ",\"userName\":\"Anna\",\"verified\":true"));
    String second =
        post(
            "{\"verifiedCustomer\":true, \"ignored\":1, \"userName\":\"\\u0041nna\", \"userId\":\""
                + id
                + "\"}");

    assertThat(second).isEqualTo(first);
  }

  @Test
  void whatOneModeFoundOutNoOtherModeGets() throws Exception {
    String user = body(someone(), "");
    String claimed = post(user);
    HttpRequest.Builder byKey = SERVER.http().tokenRequest(user).header("x-api-key", KEY);

    assertThat(ok(SERVER.http().send(byKey))).isNotEqualTo(claimed);
  }

  @Test
  void nobodyGetsAGuestsTokenByNamingHim() throws Exception {
    HttpResponse<String> guest = SERVER.http().get("/token");
    String cookie = guest.headers().firstValue("set-cookie").orElseThrow().replaceFirst(";.*", "");
    String id = SERVER.onlyEndUserBody().getString("customerId");

    assertThat(post(body(id, ",\"verified\":false"))).isNotEqualTo(ok(guest));
    HttpRequest.Builder again = SERVER.http().request("GET", "/token").header("cookie", cookie);
    assertThat(ok(SERVER.http().send(again)))
        .as("as who is named so took his place")
        .isNotEqualTo(ok(guest));
  }

  @Test
  void eachNewVisitorHasHisOwn() throws Exception {
    assertThat(ok(SERVER.http().get("/token"))).isNotEqualTo(ok(SERVER.http().get("/token")));
  }

  @Test
  void aGuestWhoComesBackHasItAgain() throws Exception {
    HttpResponse<String> guest = SERVER.http().get("/token");
    String cookie = guest.headers().firstValue("set-cookie").orElseThrow().replaceFirst(";.*", "");
    HttpRequest.Builder again = SERVER.http().request("GET", "/token").header("cookie", cookie);

    assertThat(ok(SERVER.http().send(again))).isEqualTo(ok(guest));
  }

  @Test
  void aPageOfAnotherOriginIsRefusedAsEver() throws Exception {
    String user = body(someone(), "");
    post(user);
    HttpRequest.Builder evil =
        SERVER.http().tokenRequest(user).header("origin", "https://evil.example");

    ProblemAnswer.of(SERVER.http().send(evil), 403, "origin-not-allowed");
  }

  @Test
  void itIsHandedOutWhileThePlatformIsDown() throws Exception {
    String user = body(someone(), "");
    String first = post(user);
    SERVER.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.status(400));

    assertThat(post(user)).isEqualTo(first);
    assertThat(SERVER.http().postToken(body(someone(), "")).statusCode()).isEqualTo(502);
  }

  @Test
  void theAuditTellsItFromANewOne(CapturedLogs logs) throws Exception {
    String user = body(someone(), "");
    post(user);
    post(user);

    List<String> lines =
        logs.records().stream()
            .filter(entry -> entry.getLoggerName().equals("audit"))
            .map(entry -> String.valueOf(entry.getParameters()[0]))
            .toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).startsWith("event=token-issued").doesNotContain("reused");
    assertThat(lines.getLast()).startsWith("event=token-issued outcome=success reused=true ");
  }
}
