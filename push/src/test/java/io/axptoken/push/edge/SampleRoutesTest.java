package io.axptoken.push.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.push.fixture.StubFcm;
import io.axptoken.push.fixture.TestAccount;
import io.axptoken.push.fixture.TestConnector;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes of the vendor's sample, and what is different on purpose. */
class SampleRoutesTest {
  @TempDir private Path folder;
  private StubFcm fcm;
  private TestConnector connector;

  @BeforeEach
  void start() throws Exception {
    fcm = new StubFcm();
    connector =
        TestConnector.start(folder, TestConnector.yaml(fcm.uri()) + "limits: { burst: 1000 }\n");
    connector.configure("c1", fcm.tokenUri());
  }

  @AfterEach
  void stop() {
    connector.close();
    fcm.close();
  }

  private String account() {
    return new JsonObject()
        .put("fcmServiceAccountConfig", TestAccount.json(fcm.tokenUri()))
        .encode();
  }

  private static String problem(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    return new JsonObject(answer.body()).getString("type").replaceFirst(".*/", "");
  }

  @Test
  void aConfigurationIsMadeAndShownWithoutItsKey() throws Exception {
    HttpResponse<String> made = connector.admin("POST", "/configs", account());

    assertThat(made.statusCode()).isEqualTo(201);
    JsonObject json = new JsonObject(made.body());
    assertThat(json.fieldNames()).last().isEqualTo("configId");
    String id = json.getString("configId");
    HttpResponse<String> shown = connector.admin("GET", "/configs/" + id, "");
    assertThat(shown.body()).isEqualTo(made.body()).doesNotContain("PRIVATE", "private_key");
    assertThat(new JsonObject(shown.body()).getJsonObject("fcmServiceAccountConfig").fieldNames())
        .containsExactlyInAnyOrder("type", "project_id", "client_email", "fingerprint");
    assertThat(new JsonArray(connector.admin("GET", "/configs", "").body())).hasSize(2);
  }

  @Test
  void puttingAConfigurationMakesItToo() throws Exception {
    HttpResponse<String> put = connector.admin("PUT", "/configs/mine", account());

    assertThat(put.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(put.body()).getString("configId")).isEqualTo("mine");
  }

  @Test
  void aConfigurationIsDeletedWhetherOrNotItIsThere() throws Exception {
    assertThat(connector.admin("DELETE", "/configs/c1", "").statusCode()).isEqualTo(204);
    assertThat(connector.admin("DELETE", "/configs/c1", "").statusCode()).isEqualTo(204);
    HttpResponse<String> gone = connector.admin("GET", "/configs/c1", "");
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(gone.body()).isEqualTo("{\"message\":\"configId [c1] not found\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/configs",
    "POST,/configs",
    "PUT,/configs/c1",
    "DELETE,/configs/c1",
    "GET,/device-registrations",
    "POST,/device-registrations:search",
    "POST,/notifications"
  })
  void administrationAsksForAKey(String method, String path) throws Exception {
    HttpResponse<String> refused = connector.send(method, path, "{}");

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(problem(refused)).isEqualTo("not-authenticated");
    assertThat(refused.headers().firstValue("www-authenticate")).isPresent();
  }

  @Test
  void aKeyThatCannotBeUsedIsRefusedWithoutBeingShown() throws Exception {
    JsonObject broken = TestAccount.json(fcm.tokenUri()).put("private_key", "s3cr3t");
    HttpResponse<String> refused =
        connector.admin(
            "POST", "/configs", new JsonObject().put("fcmServiceAccountConfig", broken).encode());

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(problem(refused)).isEqualTo("constraint-violation");
    assertThat(refused.body()).contains("private_key").doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest",
        "https://internal.example.com/token",
        "http://oauth2.googleapis.com/token",
        "https://oauth2.googleapis.com@example.com/token",
        "https://oauth2.googleapis.com:8443/token",
        "file:///etc/passwd"
      })
  void anAccountMayNotHaveUsCallAnyHost(String tokenUri) throws Exception {
    HttpResponse<String> refused =
        connector.admin(
            "POST",
            "/configs",
            new JsonObject().put("fcmServiceAccountConfig", TestAccount.json(tokenUri)).encode());

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("token_uri").doesNotContain("169.254");
  }

  @Test
  void aDeviceRegistersWithAnEncodedTokenAndIsEchoed() throws Exception {
    HttpResponse<String> put =
        connector.send(
            "PUT",
            "/device-registrations/aa:bb%2Fcc+d",
            "{\"configId\":\"c1\",\"sessionId\":\"s1\",\"type\":\"iOS\",\"extra\":1}");

    assertThat(put.statusCode()).isEqualTo(200);
    String body =
        "{\"configId\":\"c1\",\"sessionId\":\"s1\",\"type\":\"iOS\",\"extra\":1,"
            + "\"deviceToken\":\"aa:bb/cc+d\"}";
    assertThat(put.body()).isEqualTo(body);
    assertThat(connector.send("GET", "/device-registrations/aa%3Abb%2Fcc+d", "").body())
        .isEqualTo(body);
    assertThat(
            connector
                .admin("POST", "/device-registrations:search", "{\"sessionId\":\"s1\"}")
                .body())
        .isEqualTo(body);
    assertThat(connector.admin("GET", "/device-registrations", "").body())
        .isEqualTo("[" + body + "]");
  }

  @Test
  void aSessionMayBeAbsentButNoConfiguration() throws Exception {
    assertThat(
            connector
                .send("PUT", "/device-registrations/a:1", "{\"configId\":\"c1\"}")
                .statusCode())
        .isEqualTo(200);
    HttpResponse<String> unknown =
        connector.send("PUT", "/device-registrations/a:1", "{\"configId\":\"none\"}");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).isEqualTo("{\"message\":\"configId [none] not found\"}");
    assertThat(connector.send("PUT", "/device-registrations/a:1", "{}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void aDeviceIsDeletedOnce() throws Exception {
    connector.register("a:1", "s1", "");

    assertThat(connector.send("DELETE", "/device-registrations/a:1", "").statusCode())
        .isEqualTo(204);
    HttpResponse<String> again = connector.send("DELETE", "/device-registrations/a:1", "");
    assertThat(again.statusCode()).isEqualTo(404);
    assertThat(again.body()).isEqualTo("{\"message\":\"deviceToken [a:1] not found\"}");
  }

  @Test
  void anUnknownSessionIsFoundNowhere() throws Exception {
    HttpResponse<String> none =
        connector.admin("POST", "/device-registrations:search", "{\"sessionId\":\"none\"}");

    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.body()).isEqualTo("{\"message\":\"sessionId [none] not found\"}");
  }

  @Test
  void anEventIsAnsweredEmptyWhoeverItIsFor() throws Exception {
    HttpResponse<String> answer =
        connector.send("POST", "/axp-callback/notifications", "{\"sessionId\":\"nobody\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("content-type")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"sessionId\":null}",
        "{\"sessionId\":7}",
        "{\"sessionId\":\" \"}",
        "[]",
        "not json",
        "\"text\"",
        "{\"sessionId\":"
      })
  void whatIsNoEventIsRefused(String body) throws Exception {
    assertThat(connector.send("POST", "/axp-callback/notifications", body).statusCode())
        .isEqualTo(400);
  }

  @Test
  void anEventThatIsTooLargeIsRefused() throws Exception {
    String body = "{\"sessionId\":\"s\",\"x\":\"" + "x".repeat(17_000) + "\"}";

    assertThat(connector.send("POST", "/axp-callback/notifications", body).statusCode())
        .isEqualTo(413);
  }

  @Test
  void whatIsNotThereIsAProblem() throws Exception {
    assertThat(problem(connector.admin("POST", "/notifcations", "{}"))).isEqualTo("not-found");
    HttpResponse<String> wrong = connector.admin("POST", "/device-registrations", "{}");
    assertThat(wrong.statusCode()).isEqualTo(405);
    assertThat(wrong.headers().firstValue("allow")).contains("GET, OPTIONS");
  }

  @Test
  void aFlatEventSentToTheOtherAddressIsToldWhere() throws Exception {
    HttpResponse<String> refused =
        connector.admin("POST", "/notifications", "{\"sessionId\":\"s\",\"eventId\":\"e\"}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("axp-callback/notifications");
  }
}
