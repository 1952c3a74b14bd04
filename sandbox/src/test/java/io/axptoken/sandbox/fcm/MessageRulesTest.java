package io.axptoken.sandbox.fcm;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that breaks a rule is refused as a message, with all its wrong fields. */
@WithAxpSandbox
class MessageRulesTest {
  private final AxpSandbox sandbox;
  private final Sender sender;
  private Device phone;

  MessageRulesTest(AxpSandbox sandbox) {
    this.sandbox = sandbox;
    sender = Sender.of(sandbox);
  }

  @BeforeEach
  void registerPhone() {
    phone = sandbox.firebase().newDevice();
  }

  @AfterEach
  void close() {
    sender.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"data":{"n":1}}                                    | message.data.n
          {"data":{"n":{"a":"b"}}}                            | message.data.n
          {"data":{"n":null}}                                 | message.data.n
          {"data":{"from":"x"}}                               | message.data
          {"data":{"gcm":"x"}}                                | message.data
          {"data":{"google.x":"x"}}                           | message.data
          {"data":[]}                                         | message.data
          {"notification":{"title":1}}                        | message.notification.title
          {"notification":{"sound":"x"}}                      | message.notification.sound
          {"android":{"ttl":60}}                              | message.android.ttl
          {"android":{"ttl":"60"}}                            | message.android.ttl
          {"android":{"ttl":"-1s"}}                           | message.android.ttl
          {"android":{"ttl":"2419201s"}}                      | message.android.ttl
          {"android":{"priority":"urgent"}}                   | message.android.priority
          {"android":{"collapse_key":1}}                      | message.android.collapse_key
          {"apns":{"headers":{"apns-priority":10}}}           | message.apns.headers.apns-priority
          {"apns":{"payload":"x"}}                            | message.apns.payload
          {"topic":"news"}                                    | message
          {"colour":"red"}                                    | message.colour
          """)
  void theWrongFieldIsNamed(String more, String field) {
    HttpResponse<String> answer = push(new JsonObject(more));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(fields(answer)).containsExactly(field);
    assertThat(Sender.errorCode(answer)).isNull();
    assertThat(sandbox.firebase().messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"android\":{\"ttl\":\"0s\",\"priority\":\"high\",\"collapse_key\":\"c\"}}",
        "{\"android\":{\"ttl\":\"2419200s\",\"priority\":\"NORMAL\"}}",
        "{\"android\":{\"ttl\":\"3.5s\"}}",
        "{\"apns\":{\"headers\":{\"apns-priority\":\"10\"},\"payload\":{\"aps\":{\"mutable-content\":1}}}}",
        "{\"notification\":{\"title\":\"Messaging\",\"body\":\"You have a new message\"}}"
      })
  void whatKeepsTheRulesIsTaken(String more) {
    assertThat(push(new JsonObject(more)).statusCode()).isEqualTo(200);
  }

  @Test
  void dataMayHave4096BytesOfKeysAndValuesAndNoneMore() {
    String key = "ä";
    assertThat(push(data(key, "x".repeat(4094))).statusCode()).isEqualTo(200);

    HttpResponse<String> answer = push(data(key, "x".repeat(4095)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Sender.error(answer).getString("message")).contains("4097 bytes of 4096");
  }

  @Test
  void aLongCollapseIdIsRefused() {
    JsonObject headers = new JsonObject().put("apns-collapse-id", "x".repeat(65));

    assertThat(fields(push(new JsonObject().put("apns", new JsonObject().put("headers", headers)))))
        .containsExactly("message.apns.headers.apns-collapse-id");
  }

  @Test
  void aMessageWithoutATargetIsRefused() {
    assertThat(fields(sender.push(sender.grant(), new JsonObject()))).containsExactly("message");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    HttpResponse<String> answer =
        sender.push(
            sender.grant(),
            "{\"x\":1,\"validate_only\":\"yes\",\"message\":{\"token\":1,\"data\":{\"n\":1}}}");

    assertThat(fields(answer))
        .containsExactlyInAnyOrder("x", "validate_only", "message.token", "message.data.n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "nonsense", "{}", "{\"message\":[]}"})
  void whatIsNoMessageIsRefused(String body) {
    assertThat(sender.push(sender.grant(), body).statusCode()).isEqualTo(400);
  }

  @Test
  void whatIsNestedBeyondReasonIsRefused() {
    String deep = "{\"message\":".repeat(5000) + "1" + "}".repeat(5000);

    assertThat(sender.push(sender.grant(), deep).statusCode()).isIn(400, 413);
  }

  @Test
  void aBodyThatIsMuchTooLargeIsRefused() {
    HttpResponse<String> answer = push(data("k", "x".repeat(100_000)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(Sender.error(answer).getInteger("code")).isEqualTo(413);
  }

  private HttpResponse<String> push(JsonObject more) {
    return sender.push(sender.grant(), new JsonObject().put("token", phone.token()).mergeIn(more));
  }

  private static JsonObject data(String key, String value) {
    return new JsonObject().put("data", new JsonObject().put(key, value));
  }

  private static List<String> fields(HttpResponse<String> answer) {
    return Sender.details(answer).stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("@type").equals("type.googleapis.com/google.rpc.BadRequest"))
        .flatMap(each -> each.getJsonArray("fieldViolations").stream())
        .map(each -> ((JsonObject) each).getString("field"))
        .toList();
  }
}
