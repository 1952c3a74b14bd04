package io.axptoken.sandbox.chat.wire;

import static io.axptoken.sandbox.chat.wire.ChatClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections 4.1 to 4.3 of the contract. */
class SessionsContractTest extends ChatTest {
  @Test
  void aNewSessionHasAnIdItsOwnWordsAndNoEngagements() {
    ChatClient page = closing(ChatClient.of(sandbox, "cust0mer", "Ann"));
    JsonObject asked =
        new JsonObject()
            .put("displayName", "Grüße")
            .put("clientType", "web")
            .put("sessionParameters", new JsonObject().put("k", "v"));

    HttpResponse<String> answer = page.post("/sessions", asked);

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    JsonObject session = json(answer);
    assertThat(UUID.fromString(session.getString("sessionId"))).isNotNull();
    assertThat(session.getJsonArray("engagements")).isEqualTo(new JsonArray());
    assertThat(session.getString("displayName")).isEqualTo("Grüße");
    assertThat(session.getJsonObject("sessionParameters"))
        .isEqualTo(new JsonObject("{\"k\":\"v\"}"));
  }

  @Test
  void whatThePageLeavesOutComesFromItsTokenOrIsEmpty() {
    ChatClient page = closing(ChatClient.of(sandbox, "cust0mer", "Ann of the token"));

    JsonObject session = json(page.post("/sessions", new JsonObject().put("clientType", "web")));

    assertThat(session.getString("displayName")).isEqualTo("Ann of the token");
    assertThat(session.getJsonObject("sessionParameters")).isEqualTo(new JsonObject());
  }

  @Test
  void aSessionListsTheLiveEngagementsOfItsUserFromOtherSessionsToo() {
    ChatClient first = page();
    ChatClient.Engaged engaged = first.engage();

    JsonObject session = closing(ChatClient.of(sandbox, user, "Ann")).open();

    JsonObject engagement = session.getJsonArray("engagements").getJsonObject(0);
    assertThat(engagement.getString("engagementId")).isEqualTo(engaged.id());
    JsonObject dialog = engagement.getJsonArray("dialogs").getJsonObject(0);
    assertThat(dialog.getString("dialogId")).isEqualTo(engaged.dialogId);
    assertThat(dialog.getJsonArray("participants")).isEqualTo(new JsonArray());
  }

  @Test
  void afterAReloadTheSessionIsThereWithAllThatTakePart() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    settle();
    chat().conversation(engaged.id()).orElseThrow().bot("Bot");

    HttpResponse<String> answer = page.get("/sessions/" + page.sessionId());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).getString("sessionId")).isEqualTo(page.sessionId());
    JsonObject engagement = json(answer).getJsonArray("engagements").getJsonObject(0);
    assertThat(engagement.getString("engagementStatus")).isEqualTo("ACTIVE");
    JsonObject dialog = engagement.getJsonArray("dialogs").getJsonObject(0);
    assertThat(dialog.getString("dialogStatus")).isEqualTo("ACTIVE");
    assertThat(dialog.getJsonArray("participants").stream())
        .extracting(each -> ((JsonObject) each).getString("participantType"))
        .containsExactly("CUSTOMER", "BOT");
  }

  @Test
  void aSessionListsNoEngagementThatIsOver() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    engaged.disconnect();

    assertThat(json(page.get("/sessions/" + page.sessionId())).getJsonArray("engagements"))
        .isEqualTo(new JsonArray());
  }

  @Test
  void aSessionLivesOnWhenItsPollsStop() {
    ChatClient page = page();
    time.advance(Duration.ofMinutes(30));
    page.useToken(ChatClient.token(sandbox, user, "Ann"));

    assertThat(page.get("/sessions/" + page.sessionId()).statusCode()).isEqualTo(200);
  }

  @Test
  void aSessionThatNobodyUsesForHoursEnds() {
    ChatClient page = page();
    time.advance(Duration.ofHours(3));
    page.useToken(ChatClient.token(sandbox, user, "Ann"));

    assertThat(page.get("/sessions/" + page.sessionId()).statusCode()).isEqualTo(404);
    assertThat(chat().sessions()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?reason=USER_CLOSED", "?reason=USER_INACTIVE"})
  void aDeletedSessionIsGoneForGood(String reason) {
    ChatClient page = page();

    HttpResponse<String> answer = page.delete("/sessions/" + page.sessionId() + reason);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(page.get("/sessions/" + page.sessionId()).statusCode()).isEqualTo(404);
    assertThat(page.delete("/sessions/" + page.sessionId()).statusCode()).isEqualTo(404);
  }

  @Test
  void deletingASessionEndsNoEngagement() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();

    page.delete("/sessions/" + page.sessionId());

    ChatClient next = closing(page.anotherPage());
    assertThat(next.engaged(engaged).join().statusCode()).isEqualTo(200);
  }

  @Test
  void anotherUsersSessionIsNotFound() {
    ChatClient page = page();
    String stranger = page.sessionId();
    ChatClient other = page();

    assertThat(other.get("/sessions/" + stranger).statusCode()).isEqualTo(404);
    assertThat(other.get("/sessions/" + stranger + "/events").statusCode()).isEqualTo(404);
    assertThat(other.delete("/sessions/" + stranger).statusCode()).isEqualTo(404);
    assertThat(page.get("/sessions/" + stranger).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "not JSON",
        "",
        "{\"displayName\":7}",
        "{\"sessionParameters\":[]}",
        "{\"sessionParameters\":{\"k\":{}}}"
      })
  void aBodyThatMakesNoSenseIsRefusedWithAReason(String body) {
    ChatClient page = closing(ChatClient.of(sandbox, "cust0mer", "Ann"));

    HttpResponse<String> answer =
        page.send(
            page.request("/sessions")
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).getJsonArray("violations")).isNotEmpty();
  }

  @Test
  void theClientsOwnLimitsAreTheServersToo() {
    ChatClient page = closing(ChatClient.of(sandbox, "cust0mer", "Ann"));
    JsonObject many = new JsonObject();
    for (int i = 0; i < 21; i++) {
      many.put("k" + i, "v");
    }

    assertThat(
            page.post("/sessions", new JsonObject().put("displayName", "x".repeat(70)))
                .statusCode())
        .isEqualTo(201);
    assertThat(
            page.post("/sessions", new JsonObject().put("displayName", "x".repeat(71)))
                .statusCode())
        .isEqualTo(400);
    assertThat(page.post("/sessions", new JsonObject().put("sessionParameters", many)).statusCode())
        .isEqualTo(400);
  }
}
