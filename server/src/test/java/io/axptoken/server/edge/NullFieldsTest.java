package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.TestSettings;
import io.axptoken.server.fixture.WholeServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What many clients write of their own accord, and the reference takes. */
class NullFieldsTest {
  @RegisterExtension
  static final WholeServer SERVER = WholeServer.with(TestSettings::chatSdkEndpoint);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"userName\":null",
        "\"verified\":null",
        "\"verifiedCustomer\":null",
        "\"verified\":null,\"verifiedCustomer\":null",
        "\"userIdentifiers\":null",
        "\"userIdentifiers\":{\"phoneNumbers\":null}",
        "\"userIdentifiers\":{\"phoneNumbers\":[null]}",
        "\"userIdentifiers\":{\"phoneNumbers\":[\"\",null]}",
        "\"userIdentifiers\":{\"phoneNumbers\":[]}",
      })
  void whatIsNullOrEmptyIsNotSentOn(String members) throws Exception {
    HttpResponse<String> answer = SERVER.http().postToken("{\"userId\":\"u1\"," + members + "}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonObject sent = SERVER.onlyEndUserBody();
    assertThat(sent.getString("customerId")).isEqualTo("u1");
    assertThat(sent.fieldNames())
        .doesNotContain("customerName", "customerIdentifiers", "verifiedCustomer");
  }

  @Test
  void whatStandsBesideItIsSentOn() throws Exception {
    HttpResponse<String> answer =
        SERVER
            .http()
            .postToken(
                "{\"userId\":\"u1\",\"verified\":null,\"verifiedCustomer\":true,\"userIdentifiers\":"
                    + "{\"phoneNumbers\":[\"\",\"1\",null,\"2\"],\"emailAddresses\":null}}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonObject sent = SERVER.onlyEndUserBody();
    assertThat(sent.getBoolean("verifiedCustomer")).isTrue();
    assertThat(sent.getJsonObject("customerIdentifiers"))
        .isEqualTo(new JsonObject().put("phoneNumbers", new JsonArray().add("1").add("2")));
  }

  @Test
  void theOlderChatSdkMayWriteItToo() throws Exception {
    HttpResponse<String> answer =
        SERVER
            .http()
            .send(
                HttpRequest.newBuilder(SERVER.http().uri("/v1/getJWT"))
                    .header("content-type", "application/json")
                    .POST(
                        BodyPublishers.ofString(
                            "{\"customerId\":\"u1\",\"customerName\":null,"
                                + "\"customerIdentifiers\":null,\"verifiedCustomer\":null}")));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void aByteOrderMarkBeforeTheBodyIsPassedOver() throws Exception {
    HttpResponse<String> answer = SERVER.http().postToken("\uFEFF{\"userId\":\"u1\"}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void oneThatIsNotAtTheBeginningIsNot() throws Exception {
    ProblemAnswer.of(SERVER.http().postToken(" \uFEFF{\"userId\":\"u1\"}"), 400, "malformed-json");
  }
}
