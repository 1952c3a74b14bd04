package io.axptoken.sandbox.steering;

import static io.axptoken.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Caller;
import io.axptoken.sandbox.chat.push.PushCallback;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WithAxpSandbox
class PushSteeringTest {
  private static final String PATH = "/sandbox/chat/push-callback";

  private final AxpSandbox sandbox;
  private final Caller caller;

  PushSteeringTest(AxpSandbox sandbox) {
    this.sandbox = sandbox;
    caller = Caller.of(sandbox);
  }

  @AfterEach
  void close() {
    caller.close();
  }

  @Test
  void withoutACallbackThereIsNone() {
    assertThat(json(caller.get(PATH))).isEqualTo(new JsonObject("{\"attempts\":[]}"));
  }

  @Test
  void aCallbackNeedsAnAddressAlone() {
    HttpResponse<String> answer = caller.send("PUT", PATH, "{\"url\":\"http://127.0.0.1:3002/x\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).getJsonObject("callback").getInteger("timeoutMillis")).isEqualTo(5000);
    assertThat(sandbox.chat().pushCallbacks().callback())
        .contains(PushCallback.to(URI.create("http://127.0.0.1:3002/x")));
  }

  @Test
  void itsTimesCanBeOthers() {
    String wish =
        "{\"url\":\"http://127.0.0.1:3002/x\",\"absenceMillis\":100,\"timeoutMillis\":200,"
            + "\"retryDelayMillis\":300,\"attempts\":4}";

    HttpResponse<String> answer = caller.send("PUT", PATH, wish);

    assertThat(json(answer).getJsonObject("callback")).isEqualTo(new JsonObject(wish));
    assertThat(sandbox.chat().pushCallbacks().callback().orElseThrow().retryDelay())
        .isEqualTo(Duration.ofMillis(300));
  }

  @Test
  void itIsSwitchedOff() {
    caller.send("PUT", PATH, "{\"url\":\"http://127.0.0.1:3002/x\"}");

    assertThat(caller.send("DELETE", PATH, "").statusCode()).isEqualTo(204);
    assertThat(sandbox.chat().pushCallbacks().callback()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}| url",
        "{'url':'ftp://x/'}| url",
        "{'url':'a b'}| url",
        "{'url':'http://x/','attempts':0}| attempts",
        "{'url':'http://x/','absenceMillis':0}| absenceMillis",
        "{'url':'http://x/','timeoutMillis':'1'}| timeoutMillis",
        "{'url':'http://x/','colour':1}| colour"
      })
  void aWrongWishIsRefused(String wish, String field) {
    HttpResponse<String> answer = caller.send("PUT", PATH, wish.replace('\'', '"'));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).getJsonArray("violations").getJsonObject(0).getString("field"))
        .isEqualTo(field);
    assertThat(sandbox.chat().pushCallbacks().callback()).isEmpty();
  }
}
