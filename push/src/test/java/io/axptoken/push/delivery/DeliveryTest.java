package io.axptoken.push.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axptoken.push.fixture.StubFcm;
import io.axptoken.push.fixture.StubFcm.Reply;
import io.axptoken.push.fixture.TestConnector;
import io.axptoken.testing.CapturedLogs;
import io.axptoken.testing.LogGuard;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an event to a device, through an FCM that answers as the test says. */
class DeliveryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private StubFcm fcm;
  private TestConnector connector;

  @BeforeEach
  void start() throws Exception {
    fcm = new StubFcm();
    connector = TestConnector.start(folder, TestConnector.yaml(fcm.uri()));
    connector.configure("c1", fcm.tokenUri());
  }

  @AfterEach
  void stop() {
    connector.close();
    fcm.close();
  }

  private void awaitMessages(int count) {
    await().atMost(PATIENCE).until(() -> fcm.messages().size() >= count);
  }

  private void awaitMetric(String line) {
    await().atMost(PATIENCE).until(() -> connector.management("/metrics").contains(line));
  }

  private static Function<JsonObject, Reply> first(Reply reply) {
    AtomicInteger calls = new AtomicInteger();
    return _ -> calls.getAndIncrement() == 0 ? reply : Reply.OK;
  }

  @Test
  void aDeviceOfAndroidGetsDataOfHighPriority() throws Exception {
    connector.register("and:1", "s1", "");
    connector.send(
        "POST",
        "/axp-callback/notifications",
        """
        {"sessionId":"s1","eventId":"e1","conversationId":"k1","number":7,
         "nested":{"a":[1,true]},"nothing":null,"google.x":"no","from":"no",
         "eventDate":"2026-12-01T10:00:00Z"}
        """);
    awaitMessages(1);

    JsonObject message = fcm.messages().getFirst();
    assertThat(message.getString("token")).isEqualTo("and:1");
    assertThat(message.getJsonObject("android").getString("priority")).isEqualTo("high");
    assertThat(message.containsKey("notification")).isFalse();
    assertThat(message.getJsonObject("data"))
        .isEqualTo(
            new JsonObject()
                .put("sessionId", "s1")
                .put("eventId", "e1")
                .put("conversationId", "k1")
                .put("eventDate", "2026-12-01T10:00:00.000Z")
                .put("number", "7")
                .put("nested", "{\"a\":[1,true]}"));
    assertThat(fcm.versions()).containsExactly(HttpVersion.HTTP_2);
  }

  @Test
  void aDeviceOfIosGetsAnAlertThatItsExtensionChanges() throws Exception {
    connector.register("ios:1", "s1", "iOS");
    connector.event("e1", "s1");
    awaitMessages(1);

    JsonObject message = fcm.messages().getFirst();
    assertThat(message.getJsonObject("notification").getString("title")).isEqualTo("Messaging");
    assertThat(message.getJsonObject("notification").getString("body"))
        .isEqualTo("You have a new message");
    JsonObject apns = message.getJsonObject("apns");
    assertThat(apns.getJsonObject("payload").getJsonObject("aps").getInteger("mutable-content"))
        .isEqualTo(1);
    assertThat(apns.getJsonObject("headers").getString("apns-priority")).isEqualTo("10");
    assertThat(message.getJsonObject("data").getString("eventDate"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
  }

  @Test
  void anInstallationIdIsNoToken() throws Exception {
    connector.register("abcdefghijklmnopqrstuv", "s1", "");
    connector.event("e1", "s1");
    awaitMessages(1);

    assertThat(fcm.messages().getFirst().getString("fid")).isEqualTo("abcdefghijklmnopqrstuv");
  }

  @Test
  void whatDoesNotFitIsLeftOutButNotWhatAppsNeed() throws Exception {
    connector.register("and:1", "s1", "");
    JsonObject event =
        new JsonObject()
            .put("big", "x".repeat(5000))
            .put("small", "here")
            .put("sessionId", "s1")
            .put("eventId", "e1")
            .put("conversationId", "k1");
    connector.send("POST", "/axp-callback/notifications", event.encode());
    awaitMessages(1);

    assertThat(fcm.messages().getFirst().getJsonObject("data").fieldNames())
        .contains("sessionId", "eventId", "conversationId", "eventDate", "small")
        .doesNotContain("big");
  }

  @Test
  void everyDeviceOfASessionIsReachedOnce() throws Exception {
    connector.register("and:1", "s1", "");
    connector.register("ios:2", "s1", "iOS");
    for (int i = 0; i < 3; i++) {
      assertThat(connector.event("e1", "s1")).isEqualTo(200);
    }
    awaitMetric("axp_push_sends_total{outcome=\"sent\"} 2.0");

    assertThat(fcm.messages())
        .extracting(one -> one.getString("token"))
        .containsExactlyInAnyOrder("and:1", "ios:2");
    assertThat(fcm.grants()).as("one access token for all").isEqualTo(1);
  }

  @Test
  void anAdministratorSendsATestMessage() throws Exception {
    connector.register("and:1", "s1", "");
    String body = "{\"sessionId\":\"s1\",\"message\":{\"data\":{\"conversationId\":\"k\"}}}";
    for (int i = 0; i < 2; i++) {
      var answer = connector.admin("POST", "/notifications", body);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
    }
    awaitMessages(2);

    assertThat(fcm.data("sessionId")).containsExactly("s1", "s1");
  }

  @Test
  void whatFailsForNowIsTriedAgain() throws Exception {
    connector.register("and:1", "s1", "");
    fcm.answer(first(Reply.error(503, "UNAVAILABLE")));
    connector.event("e1", "s1");
    awaitMessages(2);

    assertThat(fcm.data("eventId")).containsExactly("e1", "e1");
    awaitMetric("axp_push_sends_total{outcome=\"retried\"} 1.0");
    awaitMetric("axp_push_sends_total{outcome=\"sent\"} 1.0");
  }

  @Test
  void fcmSaysHowLongToWait() throws Exception {
    connector.register("and:1", "s1", "");
    fcm.answer(first(Reply.error(429, "QUOTA_EXCEEDED").retryAfter("4")));
    connector.event("e1", "s1");
    awaitMessages(1);
    long begin = System.nanoTime();
    awaitMessages(2);

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(3));
  }

  @Test
  void aDeviceThatIsGoneIsSentNothingMore() throws Exception {
    connector.register("and:1", "s1", "");
    fcm.answer(_ -> Reply.error(404, "UNREGISTERED"));
    connector.event("e1", "s1");
    awaitMetric("axp_push_devices{state=\"dead\"} 1.0");
    connector.event("e2", "s1");
    connector.register("and:2", "s2", "");
    connector.event("e3", "s2");
    awaitMessages(2);

    assertThat(fcm.data("eventId")).containsExactly("e1", "e3");
  }

  @Test
  void anAccessTokenThatIsRefusedIsRenewedOnce() throws Exception {
    connector.register("and:1", "s1", "");
    connector.event("e1", "s1");
    awaitMessages(1);
    fcm.revokeTokens();
    connector.event("e2", "s1");
    awaitMessages(2);

    assertThat(fcm.data("eventId")).containsExactly("e1", "e2");
    assertThat(fcm.grants()).isEqualTo(2);
  }

  @Test
  void aConfigurationThatIsRefusedWaitsAndIsNamed() throws Exception {
    connector.register("and:1", "s1", "");
    fcm.answerGrants(new Reply(400, "{\"error\":\"invalid_grant\"}", Map.of()));
    connector.event("e1", "s1");
    awaitMetric("axp_push_sends_total{outcome=\"paused\"} 1.0");
    await()
        .atMost(PATIENCE)
        .until(() -> connector.management("/health").contains("OAUTH_invalid_grant"));
    fcm.answerGrants(Reply.OK);
    connector.configure("c1", fcm.tokenUri());
    await().atMost(Duration.ofSeconds(45)).until(() -> fcm.data("eventId").contains("e1"));
  }

  @Test
  void aProxyThatAnswersHtmlKillsNoDevice() throws Exception {
    connector.register("and:1", "s1", "");
    fcm.answer(first(new Reply(404, "<html>not found</html>", Map.of())));
    connector.event("e1", "s1");
    awaitMessages(2);

    awaitMetric("axp_push_devices{state=\"active\"} 1.0");
  }

  @Test
  void aStopFinishesWhatIsUnderWay() throws Exception {
    connector.register("and:1", "s1", "");
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      answers.add(connector.event("e" + i, "s1"));
    }
    connector.close();
    int sent = fcm.messages().size();
    connector = TestConnector.start(folder, TestConnector.yaml(fcm.uri()));
    awaitMessages(50);

    assertThat(answers).containsOnly(200);
    assertThat(fcm.data("eventId")).as("after %s", sent).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void logsSayNothingOfDevicesAndSessions() throws Exception {
    CapturedLogs logs = LogGuard.captured();
    connector.register("devicetoken:secretive", "session-of-somebody", "");
    fcm.answer(first(Reply.error(500, "INTERNAL")));
    connector.event("e1", "session-of-somebody");
    awaitMessages(2);

    assertThat(logs.text()).doesNotContain("secretive", "session-of-somebody", "access-1");
  }
}
