package io.axptoken.push.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.push.fixture.StubFcm;
import io.axptoken.push.fixture.TestConnector;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps strangers out, as far as the operator wants it. */
class GuardsTest {
  private static final String EVENT = "{\"sessionId\":\"s\"}";

  @TempDir private Path folder;
  private StubFcm fcm;

  @BeforeEach
  void start() throws Exception {
    fcm = new StubFcm();
  }

  @AfterEach
  void stop() {
    fcm.close();
  }

  private TestConnector with(String more) throws Exception {
    return TestConnector.start(folder, TestConnector.yaml(fcm.uri()) + more);
  }

  @Test
  void theCallbackMayHaveASecretInItsPath() throws Exception {
    try (var connector = with("callback: { secret: s3cr3t-path-segment }")) {
      assertThat(connector.send("POST", "/axp-callback/notifications", EVENT).statusCode())
          .isEqualTo(404);
      assertThat(
              connector
                  .send("POST", "/axp-callback/s3cr3t-path-segmenT/notifications", EVENT)
                  .statusCode())
          .isEqualTo(404);
      assertThat(
              connector
                  .send("POST", "/axp-callback/s3cr3t-path-segment/notifications", EVENT)
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void theCallbackMayAskForAHeader() throws Exception {
    try (var connector = with("callback: { header: \"X-Proof: s3cr3t value\" }")) {
      String path = "/axp-callback/notifications";
      assertThat(connector.send("POST", path, EVENT).statusCode()).isEqualTo(401);
      assertThat(connector.send("POST", path, EVENT, Map.of("X-Proof", "other")).statusCode())
          .isEqualTo(401);
      assertThat(
              connector.send("POST", path, EVENT, Map.of("x-proof", "s3cr3t value")).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void theCallbackMayBeOpenToSomeNetworksAlone() throws Exception {
    try (var connector = with("callback: { allowFrom: [10.0.0.0/8] }")) {
      assertThat(connector.send("POST", "/axp-callback/notifications", EVENT).statusCode())
          .isEqualTo(403);
    }
    try (var connector = with("callback: { allowFrom: [127.0.0.1] }")) {
      assertThat(connector.send("POST", "/axp-callback/notifications", EVENT).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void registrationMayAskForAToken() throws Exception {
    try (var connector = with("registration: { open: false, token: s3cr3t-registration-token }")) {
      connector.configure("c1", fcm.tokenUri());
      assertThat(connector.register("a:1", "s", "").statusCode()).isEqualTo(401);
      assertThat(
              connector
                  .send(
                      "PUT",
                      "/device-registrations/a:1",
                      "{\"configId\":\"c1\"}",
                      Map.of("Authorization", "Bearer s3cr3t-registration-token"))
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void anAddressMayNotRegisterWithoutEnd() throws Exception {
    try (var connector = with("limits: { perAddress: 1/h, burst: 3 }")) {
      connector.configure("c1", fcm.tokenUri());
      for (int i = 0; i < 3; i++) {
        assertThat(connector.register("a:" + i, "s", "").statusCode()).isEqualTo(200);
      }
      var refused = connector.register("a:4", "s", "");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("retry-after")).isPresent();
      assertThat(connector.event("e", "s")).as("events are no registrations").isEqualTo(200);
    }
  }

  @Test
  void guardsChangeWhileItRuns() throws Exception {
    try (var connector = with("")) {
      connector.reload(TestConnector.yaml(fcm.uri()) + "callback: { secret: s3cr3t-path-segment }");

      assertThat(connector.event("e", "s")).isEqualTo(404);
    }
  }
}
