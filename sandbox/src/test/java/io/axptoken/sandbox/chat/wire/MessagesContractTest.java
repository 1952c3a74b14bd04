package io.axptoken.sandbox.chat.wire;

import static io.axptoken.sandbox.chat.wire.ChatClient.json;
import static io.axptoken.sandbox.chat.wire.ChatClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections 4.6 and 4.7 of the contract. */
class MessagesContractTest extends ChatTest {
  @Test
  void aReceiptHasTheMessageAsSentWithItsSenderFlat() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();

    HttpResponse<String> answer = engaged.say("hello");

    assertThat(answer.statusCode()).isEqualTo(201);
    JsonObject receipt = json(answer);
    assertThat(receipt.getString("messageId")).isNotEmpty();
    assertThat(receipt.getString("engagementId")).isEqualTo(engaged.id());
    assertThat(receipt.getString("dialogId")).isEqualTo(engaged.dialogId);
    assertThat(receipt.getLong("messageIndex")).isEqualTo(1);
    assertThat(receipt.getJsonObject("body"))
        .isEqualTo(
            new JsonObject(
                "{\"elementType\":\"TEXT\",\"elementText\":{\"text\":\"hello\",\"textFormat\":\"PLAINTEXT\"}}"));
    assertThat(receipt.getString("senderParticipantId")).isNotEmpty();
    assertThat(receipt.getString("participantType")).isEqualTo("CUSTOMER");
    assertThat(receipt.getString("displayName")).isEqualTo("Ann");
    assertThat(receipt.getString("receivedAt")).isEqualTo(time.instant().toString());
    assertThat(receipt.getString("lastUpdatedAt")).isNotEmpty();
    assertThat(receipt.containsKey("parentMessageId")).isFalse();
  }

  @Test
  void theCustomersOwnMessageComesBackAsAnEventWithTheSameIdAndItsSenderNested() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();

    JsonObject receipt = json(engaged.say("hello"));
    settle();

    JsonObject event = page.poll().getLast();
    assertThat(event.getString("eventType")).isEqualTo("MESSAGE");
    assertThat(event.getString("engagementId")).isEqualTo(engaged.id());
    assertThat(event.getString("dialogId")).isEqualTo(engaged.dialogId);
    assertThat(event.getString("eventDate")).isNotEmpty();
    JsonObject message = event.getJsonObject("message");
    for (String field :
        List.of("messageId", "messageIndex", "body", "receivedAt", "lastUpdatedAt")) {
      assertThat(message.getValue(field)).isEqualTo(receipt.getValue(field));
    }
    JsonObject participant = event.getJsonObject("participant");
    assertThat(participant.getString("participantType")).isEqualTo("CUSTOMER");
    assertThat(participant.getString("participantId"))
        .isEqualTo(receipt.getString("senderParticipantId"));
    assertThat(participant.getString("displayName")).isEqualTo("Ann");
  }

  @Test
  void aMessageMayAnswerAnother() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    String parent = UUID.randomUUID().toString();
    JsonObject body =
        engaged
            .ids()
            .put("parentMessageId", parent)
            .put(
                "body",
                new JsonObject("{\"elementType\":\"TEXT\",\"elementText\":{\"text\":\"x\"}}"));

    JsonObject receipt = json(page.post("/engagements/" + engaged.id() + "/messages", body));
    settle();

    assertThat(receipt.getString("parentMessageId")).isEqualTo(parent);
    assertThat(page.poll().getLast().getJsonObject("message").getString("parentMessageId"))
        .isEqualTo(parent);
  }

  @ParameterizedTest
  @CsvSource({"0, 400", "1, 201", "4096, 201", "4097, 400"})
  void aTextHas1To4096Utf16Units(int length, int status) {
    assertThat(page().engage().say("x".repeat(length)).statusCode()).isEqualTo(status);
  }

  @Test
  void surrogatesControlsAndMarkupPassUntouched() {
    ChatClient page = page();
    String hostile = "\uD83D\uDE00 <script>alert(1)</script> \u0000 \"\\ \u2028 &amp; ي";

    page.engage().say(hostile);
    settle();

    assertThat(ChatClient.texts(page.poll())).containsExactly(hostile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"elementType\":\"FILE\",\"elementText\":{\"text\":\"x\"}}",
        "{\"elementType\":\"TEXT\"}",
        "{\"elementType\":\"TEXT\",\"elementText\":{\"text\":7}}",
        "{\"elementType\":\"TEXT\",\"elementText\":\"x\"}",
        "{\"elementType\":\"TEXT\",\"elementText\":{\"text\":\"x\",\"textFormat\":\"HTML\"}}"
      })
  void abodyThatIsNoTextIsRefused(String body) {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();

    HttpResponse<String> answer =
        page.post(
            "/engagements/" + engaged.id() + "/messages",
            engaged.ids().put("body", new JsonObject(body)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).getJsonArray("violations")).isNotEmpty();
  }

  @Test
  void aSessionThatHasNotJoinedSaysNothing() {
    ChatClient first = page();
    ChatClient.Engaged engaged = first.engage();
    ChatClient second = closing(first.anotherPage());

    assertThat(second.engaged(engaged).say("hello").statusCode()).isEqualTo(400);
  }

  @Test
  void aShortListIsOnePageWithTheNewestFirstAndNoNext() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    engaged.say("one");
    engaged.say("two");

    JsonObject list = json(engaged.list());

    assertThat(texts(list)).containsExactly("two", "one");
    assertThat(list.getJsonObject("links").getString("next")).isEmpty();
    assertThat(list.getJsonObject("pagination"))
        .isEqualTo(new JsonObject().put("pageNumber", 1).put("pageSize", 50).put("total", 2));
    JsonObject newest = list.getJsonArray("messages").getJsonObject(0);
    assertThat(newest.getString("messageId")).isNotEmpty();
    assertThat(newest.getLong("messageIndex")).isEqualTo(2);
    assertThat(newest.getString("senderParticipantId")).isNotEmpty();
    assertThat(newest.getString("participantType")).isEqualTo("CUSTOMER");
    assertThat(newest.getString("displayName")).isEqualTo("Ann");
  }

  @Test
  void anEmptyListIsAListToo() {
    JsonObject list = json(page().engage().list());

    assertThat(list.getJsonArray("messages")).isEqualTo(new JsonArray());
    assertThat(list.getJsonObject("links").getString("next")).isEmpty();
  }

  @Test
  void pagesOf50FollowTheirAbsoluteLinksAndMessagesThatArriveMeanwhileDoNoHarm() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    settle();
    var bot = chat().conversation(engaged.id()).orElseThrow().bot("Bot");
    for (int i = 1; i <= 120; i++) {
      bot.say("message " + i);
    }
    List<String> texts = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();

    JsonObject list = json(engaged.list());
    while (true) {
      texts.addAll(texts(list));
      sizes.add(list.getJsonArray("messages").size());
      String next = list.getJsonObject("links").getString("next");
      if (next.isEmpty()) {
        break;
      }
      assertThat(next).startsWith(page.base() + "/engagements/" + engaged.id() + "/messages?");
      bot.say("meanwhile");
      list = json(page.send(page.request("").uri(URI.create(next))));
    }

    assertThat(sizes).containsExactly(50, 50, 20);
    assertThat(texts).doesNotHaveDuplicates().doesNotContain("meanwhile");
    assertThat(texts.getFirst()).isEqualTo("message 120");
    assertThat(texts.getLast()).isEqualTo("message 1");
  }

  @Test
  void linksAreMadeFromTheAddressThatTheBrowserUsed() {
    ChatClient page = page();
    ChatClient.Engaged engaged = manyMessages(page);
    HttpRequest.Builder request =
        page.request("/engagements/" + engaged.id() + "/messages" + engaged.listQuery())
            .setHeader("X-Forwarded-Proto", "https")
            .setHeader("X-Forwarded-Host", "chat.example:8443")
            .setHeader("X-Forwarded-Prefix", "/front/door");

    assertThat(next(page.send(request)))
        .startsWith("https://chat.example:8443/front/door/sdk/digital/chat/v1/integrations/");
  }

  @Test
  void aForwardedPortStandsInTheLinkUnlessItIsTheUsualOne() {
    ChatClient page = page();
    ChatClient.Engaged engaged = manyMessages(page);
    String path = "/engagements/" + engaged.id() + "/messages" + engaged.listQuery();

    assertThat(next(page.send(forwarded(page, path, "8443"))))
        .startsWith("https://chat.example:8443/");
    assertThat(next(page.send(forwarded(page, path, "443")))).startsWith("https://chat.example/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example/path?", "a b", "user@host", "<script>"})
  void aForwardedHostThatIsNoneIsIgnored(String host) {
    ChatClient page = page();
    ChatClient.Engaged engaged = manyMessages(page);
    String path = "/engagements/" + engaged.id() + "/messages" + engaged.listQuery();

    assertThat(next(page.send(page.request(path).setHeader("X-Forwarded-Host", host))))
        .startsWith(page.base());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pageSize=0",
        "pageSize=101",
        "pageSize=x",
        "pageNumber=0",
        "pageNumber=-1",
        "pageNumber=99999999999999",
        "orderBy=RANDOM",
        "maxMessageIndex=-1"
      })
  void aQueryThatMakesNoSenseIsRefused(String parameter) {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();
    String ids = "?sessionId=" + page.sessionId() + "&dialogId=" + engaged.dialogId + "&";

    assertThat(
            page.get("/engagements/" + engaged.id() + "/messages" + ids + parameter).statusCode())
        .isEqualTo(400);
  }

  private ChatClient.Engaged manyMessages(ChatClient page) {
    ChatClient.Engaged engaged = page.engage();
    settle();
    var bot = chat().conversation(engaged.id()).orElseThrow().bot("Bot");
    for (int i = 0; i < 51; i++) {
      bot.say("x");
    }
    return engaged;
  }

  private static HttpRequest.Builder forwarded(ChatClient page, String path, String port) {
    return page.request(path)
        .setHeader("X-Forwarded-Proto", "https")
        .setHeader("X-Forwarded-Host", "chat.example")
        .setHeader("X-Forwarded-Port", port);
  }

  private static String next(HttpResponse<String> answer) {
    return json(answer).getJsonObject("links").getString("next");
  }

  private static List<String> texts(JsonObject list) {
    return list.getJsonArray("messages").stream().map(each -> text((JsonObject) each)).toList();
  }
}
