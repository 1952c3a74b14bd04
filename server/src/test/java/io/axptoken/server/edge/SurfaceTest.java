package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rest of the HTTP surface: configuration, methods, paths, preflights. */
class SurfaceTest {
  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  @ParameterizedTest
  @ValueSource(strings = {"/config", "/config/", "/config?x=y"})
  void theConfigurationOfClientsIsTheReferences(String path) throws Exception {
    HttpResponse<String> answer = SERVER.http().get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(new JsonObject(answer.body()).fieldNames())
        .containsExactly(
            "axpIntegrationId",
            "axpHostName",
            "fcmConnectorBaseUrl",
            "configId",
            "appKey",
            "callingRemoteAddress");
    assertThat(answer.body()).endsWith("\"callingRemoteAddress\":\"\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HEAD    | /token  | GET, OPTIONS, POST
          PUT     | /token  | GET, OPTIONS, POST
          DELETE  | /token  | GET, OPTIONS, POST
          PATCH   | /token  | GET, OPTIONS, POST
          FOO     | /token  | GET, OPTIONS, POST
          get     | /token  | GET, OPTIONS, POST
          HEAD    | /config | GET, OPTIONS
          POST    | /config | GET, OPTIONS
          PUT     | /config | GET, OPTIONS
          DELETE  | /config/| GET, OPTIONS
          """)
  void anotherMethodIsNotAllowed(String method, String path, String allowed) throws Exception {
    HttpResponse<String> answer = SERVER.http().send(SERVER.http().request(method, path));

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("allow").orElseThrow().split(", "))
        .containsExactlyInAnyOrder(allowed.split(", "));
    if (method.equals("HEAD")) {
      assertThat(answer.body()).isEmpty();
    } else {
      assertThat(ProblemAnswer.of(answer, 405, "method-not-allowed").detail()).contains("GET");
    }
    SERVER.assertNothingMinted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nothing",
        "/token/x",
        "/token//",
        "//token",
        "/config/..",
        "/x/../token",
        "/%74oken",
        "/token%2f",
        "/token;a=b",
        "/v1/getJWT",
        "/health/live",
        "/metrics",
        "/integrations/x/token"
      })
  void nothingStandsAtAnyOtherPath(String path) throws Exception {
    ProblemAnswer.of(SERVER.http().get(path), 404, "not-found");
    ProblemAnswer.of(
        SERVER
            .http()
            .send(SERVER.http().tokenRequest("{\"userId\":\"u1\"}").uri(SERVER.http().uri(path))),
        404,
        "not-found");
    SERVER.assertNothingMinted();
  }

  @ParameterizedTest
  @CsvSource({
    "/token,'POST, GET, OPTIONS'",
    "/token/,'POST, GET, OPTIONS'",
    "/config,'GET, OPTIONS'"
  })
  void aPreflightIsAnsweredWithoutContent(String path, String methods) throws Exception {
    HttpResponse<String> answer =
        SERVER
            .http()
            .send(
                SERVER
                    .http()
                    .request("OPTIONS", path)
                    .header("origin", "https://shop.example")
                    .header("access-control-request-method", "POST")
                    .header("access-control-request-headers", "content-type"));

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("allow")).hasValue(methods);
    assertThat(answer.headers().firstValue("content-length").orElse("0")).isEqualTo("0");
  }

  @Test
  void settingsOfAnyKindComeOutAsTheyAre() throws Exception {
    String phone = "+49 \"quoted\" \\ \u2028 é \uD83D\uDCDE </script>\t";
    try (TestServer server =
        TestServer.start(
            SERVER.sandbox(), s -> s.clientSettings(phone, "https://push.example/é", "\"id\""))) {
      for (String body :
          new String[] {
            server.get("/config").body(), server.postToken("{\"userId\":\"u1\"}").body()
          }) {
        JsonObject answer = new JsonObject(body);
        assertThat(answer.getString("callingRemoteAddress")).isEqualTo(phone);
        assertThat(answer.getString("fcmConnectorBaseUrl")).isEqualTo("https://push.example/é");
        assertThat(answer.getString("configId")).isEqualTo("\"id\"");
      }
    }
  }
}
