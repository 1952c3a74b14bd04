package io.axptoken.sandbox.steering;

import static io.axptoken.sandbox.chat.wire.ChatClient.json;
import static io.axptoken.sandbox.chat.wire.ChatClient.texts;
import static io.axptoken.sandbox.chat.wire.ChatClient.types;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Caller;
import io.axptoken.sandbox.RawCall;
import io.axptoken.sandbox.chat.wire.ChatClient;
import io.axptoken.sandbox.chat.wire.ChatTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatSteeringTest extends ChatTest {
  private static final String ALL = "/sandbox/chat/engagements";

  private Caller caller;

  @BeforeEach
  void call() {
    caller = Caller.of(sandbox);
    closing(caller);
  }

  @Test
  void liveEngagementsAreListedWithTheirMessages() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    engaged.say("hello");

    JsonObject one = json(caller.get(ALL)).getJsonArray("engagements").getJsonObject(0);
    JsonObject whole = json(caller.get(ALL + "/" + engaged.id()));

    assertThat(one.getString("engagementId")).isEqualTo(engaged.id());
    assertThat(one.getString("customerId")).isEqualTo(user);
    assertThat(one.getString("customerName")).isEqualTo("Ann");
    assertThat(one.getJsonArray("participants")).hasSize(1);
    assertThat(ChatClient.text(whole.getJsonArray("messages").getJsonObject(0))).isEqualTo("hello");
  }

  @Test
  void anAgentJoinsTypesAnswersLeavesAndEnds() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    settle();
    page.poll();
    String path = ALL + "/" + engaged.id();

    HttpResponse<String> joined =
        caller.send("POST", path + "/agents", "{\"displayName\":\"Kim\"}");
    assertThat(joined.statusCode()).isEqualTo(201);
    String agent = path + "/agents/" + json(joined).getString("participantId");
    assertThat(caller.send("POST", agent + "/typing", "").statusCode()).isEqualTo(204);
    assertThat(caller.send("POST", agent + "/messages", "{\"text\":\"Good day\"}").statusCode())
        .isEqualTo(204);
    assertThat(caller.send("DELETE", agent, "").statusCode()).isEqualTo(204);
    assertThat(caller.send("POST", agent + "/messages", "{\"text\":\"late\"}").statusCode())
        .isEqualTo(404);
    assertThat(caller.send("POST", path + "/end", "").statusCode()).isEqualTo(204);

    var events = page.poll();
    assertThat(types(events))
        .containsExactly(
            "PARTICIPANT_ADDED",
            "SANDBOX_TYPING",
            "MESSAGE",
            "PARTICIPANT_DISCONNECTED",
            "PARTICIPANT_DISCONNECTED");
    assertThat(texts(events)).containsExactly("Good day");
    assertThat(caller.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void anErrorCanBeRaised() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    settle();
    page.poll();

    caller.send("POST", ALL + "/" + engaged.id() + "/error", "");

    assertThat(types(page.poll())).containsExactly("ENGAGEMENT_ERROR");
  }

  @Test
  void tokensAreRevokedOfOneUserOrOfAll() {
    ChatClient page = page();
    String path = "/sandbox/chat/tokens/revoke";

    assertThat(caller.send("POST", path, "{\"customerId\":\"somebody else\"}").statusCode())
        .isEqualTo(204);
    assertThat(page.get("/sessions/" + page.sessionId()).statusCode()).isEqualTo(200);
    caller.send("POST", path, new JsonObject().put("customerId", user).encode());
    assertThat(page.get("/sessions/" + page.sessionId()).statusCode()).isEqualTo(401);
    page.useToken(ChatClient.token(sandbox, user, "Ann"));
    assertThat(page.get("/sessions/" + page.sessionId()).statusCode()).isEqualTo(200);
    caller.send("POST", path, "{}");
    assertThat(page.get("/sessions/" + page.sessionId()).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/agents | {}",
        "/agents | {\"displayName\":7}",
        "/agents | {\"displayName\":\"Kim\",\"more\":1}",
        "/agents | nonsense"
      })
  void aRequestThatMakesNoSenseIsRefused(String path, String body) {
    ChatClient.Engaged engaged = page().engage();

    HttpResponse<String> answer = caller.send("POST", ALL + "/" + engaged.id() + path, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).getJsonArray("violations")).isNotEmpty();
  }

  @Test
  void theCustomerIsNoAgentThatCouldBeMadeToSpeak() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    String customer = json(engaged.say("hello")).getString("senderParticipantId");

    assertThat(
            caller
                .send(
                    "POST",
                    ALL + "/" + engaged.id() + "/agents/" + customer + "/messages",
                    "{\"text\":\"x\"}")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void callsAreListed() {
    ChatClient page = page();

    JsonObject call =
        json(caller.get("/sandbox/chat/calls")).getJsonArray("calls").getJsonObject(0);

    assertThat(call.getString("method")).isEqualTo("POST");
    assertThat(call.getString("path")).endsWith("/sessions");
    assertThat(call.getInteger("status")).isEqualTo(201);
    assertThat(page.sessionId()).isNotEmpty();
  }

  @Test
  void theFeedTellsWhatHappensAsItHappens() throws Exception {
    String request = "GET /sandbox/chat/feed HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (RawCall feed = RawCall.of(sandbox, request)) {
      assertThat(feed.readUntil("retry: 1000", Duration.ofSeconds(10)))
          .containsIgnoringCase("content-type: text/event-stream");
      ChatClient.Engaged engaged = page().engage();
      engaged.say("hello");

      assertThat(feed.readUntil("hello", Duration.ofSeconds(10)))
          .contains("data: {\"kind\":\"began\",\"engagementId\":\"" + engaged.id() + "\"}\n\n");
      engaged.disconnect();
      feed.readUntil("\"kind\":\"ended\"", Duration.ofSeconds(10));
    }
  }

  @Test
  void theAgentsPageIsServedWithoutInlineScripts() {
    for (String file : List.of("", "/agent.js", "/agent-view.js", "/agent.css", "/icon.svg")) {
      HttpResponse<String> answer = caller.get("/sandbox/agent" + file);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
          .startsWith("default-src 'self';");
    }
    assertThat(caller.get("/sandbox/agent").body())
        .doesNotContain("<style", "style=", "onclick")
        .containsOnlyOnce("<script");
  }
}
