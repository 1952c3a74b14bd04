package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.TestSettings;
import io.axptoken.server.fixture.WholeServer;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The older Chat SDK's endpoint, switched on. */
class ChatSdkTest {
  @RegisterExtension
  static final WholeServer SERVER = WholeServer.with(TestSettings::chatSdkEndpoint);

  private static HttpResponse<String> post(String json) throws Exception {
    return SERVER
        .http()
        .send(SERVER.http().tokenRequest(json).uri(SERVER.http().uri("/v1/getJWT")));
  }

  @Test
  void itsAnswerHasTheTokenAndTheAppKeyAlone() throws Exception {
    HttpResponse<String> answer = post("{\"customerId\":\"u1\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonObject body = new JsonObject(answer.body());
    assertThat(body.fieldNames()).containsExactly("jwtToken", "appkey");
    assertThat(body.getString("appkey")).isEqualTo(SERVER.sandbox().account().appKey());
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
  }

  @Test
  void itKnowsOnlyItsOwnNames() throws Exception {
    ProblemAnswer problem =
        ProblemAnswer.of(
            post("{\"userId\":\"u1\",\"customerName\":7,\"customerIdentifiers\":[]}"),
            400,
            "constraint-violation");

    assertThat(problem.violatedFields())
        .containsExactly("customerId", "customerName", "customerIdentifiers");
    SERVER.assertNothingMinted();
  }

  @Test
  void onlyPostIsAllowed() throws Exception {
    ProblemAnswer problem =
        ProblemAnswer.of(SERVER.http().get("/v1/getJWT"), 405, "method-not-allowed");

    assertThat(problem.header("allow")).isEqualTo("POST, OPTIONS");
  }

  @Test
  void theOtherEndpointStays() throws Exception {
    assertThat(SERVER.http().postToken("{\"userId\":\"u1\"}").statusCode()).isEqualTo(200);
  }
}
