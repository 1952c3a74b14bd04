package io.axptoken.sandbox.chat.wire;

import static io.axptoken.sandbox.chat.wire.ChatClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.RawCall;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections 1 to 3 of the contract: paths, preflights and the token's alphabet. */
class AddressesContractTest extends ChatTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "/a/b", "/a/b/", "/"})
  void aHostUrlMayHaveAPrefixOrATrailingSlash(String prefix) {
    ChatClient page = page();
    String base = page.base().replace("/sdk/", prefix + "/sdk/");

    HttpResponse<String> answer =
        page.send(
            page.request("")
                .uri(URI.create(base + "/sessions"))
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));

    assertThat(answer.statusCode()).isEqualTo(201);
    String id = json(answer).getString("sessionId");
    assertThat(page.send(page.request("").uri(URI.create(base + "/sessions/" + id))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void theIntegrationsCaseDoesNotMatter() {
    ChatClient page = page();
    String id = sandbox.account().integrationId();
    String base = page.base().replace(id, id.toUpperCase(Locale.ROOT));

    assertThat(
            page.send(page.request("").uri(URI.create(base + "/sessions/" + page.sessionId())))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void theColonOfJoinAndDisconnectIsAColon() {
    ChatClient page = page();
    ChatClient.Engaged engaged = page.engage();

    assertThat(engaged.join().request().uri().getRawPath()).endsWith(engaged.id() + ":join");
    assertThat(engaged.join().statusCode()).isEqualTo(200);
    assertThat(engaged.disconnect().statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "/sessions",
    "/sessions/x",
    "/sessions/x/events?lastEventId=y",
    "/engagements",
    "/engagements/x:join",
    "/engagements/x:disconnect",
    "/engagements/x/messages",
    "/no/such/thing"
  })
  void aPreflightNeedsNoTokenAndAllowsWhatClientsSend(String path) throws Exception {
    ChatClient page = page();
    String request =
        "OPTIONS "
            + URI.create(page.base()).getRawPath()
            + path
            + " HTTP/1.1\r\nHost: h\r\nOrigin: https://page.example\r\n"
            + "Access-Control-Request-Method: GET\r\n"
            + "Access-Control-Request-Headers: appkey,authorization,x-route-request\r\n"
            + "Connection: close\r\n\r\n";
    try (RawCall call = RawCall.of(sandbox, request)) {
      assertThat(call.read(Duration.ofSeconds(10)).toLowerCase(Locale.ROOT))
          .startsWith("http/1.1 204 ")
          .contains("access-control-allow-origin: *\r\n")
          .contains("access-control-allow-methods: get, post, delete\r\n")
          .contains(
              "access-control-allow-headers: authorization, appkey, content-type, x-route-request\r\n")
          .contains("access-control-max-age: ");
    }
  }

  @Test
  void everyAnswerLetsPagesReadIt() {
    ChatClient page = page();

    assertThat(
            page.get("/sessions/" + page.sessionId())
                .headers()
                .firstValue("access-control-allow-origin"))
        .hasValue("*");
    assertThat(page.askEngagement().headers().firstValue("access-control-allow-origin"))
        .hasValue("*");
    assertThat(
            page.delete("/sessions/" + page.sessionId())
                .headers()
                .firstValue("access-control-allow-origin"))
        .hasValue("*");
  }

  @Test
  void noNameMakesAPayloadThatBrowsersCannotDecode() {
    Random random = new Random(20_260);
    for (int round = 0; round < 60; round++) {
      String name = hostileName(random);
      String token = ChatClient.token(sandbox, "cust0mer?>~" + name.substring(0, 1), name);

      String payload = token.split("\\.", -1)[2];
      assertThat(payload).doesNotContain("-", "_");
      JsonObject claims = new JsonObject(Buffer.buffer(Base64.getDecoder().decode(payload)));
      assertThat(claims.getString("customerName")).isEqualTo(name);
    }
  }

  /** Code points of all planes, and often those that make trouble in base64url. */
  private static String hostileName(Random random) {
    String trouble = ">?~\u007f\u00ff\u0080ü\"\\\n\u2028";
    StringBuilder name = new StringBuilder();
    int length = 1 + random.nextInt(30);
    while (name.length() < length) {
      int point =
          random.nextBoolean()
              ? trouble.charAt(random.nextInt(trouble.length()))
              : random.nextInt(Character.MAX_CODE_POINT + 1);
      if (Character.isDefined(point)
          && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)) {
        name.appendCodePoint(point);
      }
    }
    return name.toString();
  }
}
