package io.axptoken.sandbox.steering;

import static io.axptoken.sandbox.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Caller;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.FaultPlan;
import io.axptoken.sandbox.FcmError;
import io.axptoken.sandbox.fcm.Firebase;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithAxpSandbox
class FirebaseSteeringTest {
  private final AxpSandbox sandbox;
  private final Caller caller;

  FirebaseSteeringTest(AxpSandbox sandbox) {
    this.sandbox = sandbox;
    caller = Caller.of(sandbox);
  }

  @AfterEach
  void close() {
    caller.close();
  }

  @Test
  void theSandboxSaysWhereFirebaseIs() {
    JsonObject firebase = json(caller.get("/sandbox")).getJsonObject("firebase");

    assertThat(firebase.getString("baseUri")).isEqualTo(sandbox.baseUri().toString());
    assertThat(firebase.getString("tokenUri")).isEqualTo(sandbox.baseUri() + "/token");
  }

  @Test
  void anAccountsFileIsHandedOut() {
    HttpResponse<String> answer = caller.send("POST", "/sandbox/fcm/service-accounts", "{}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(json(answer)).isEqualTo(new JsonObject(sandbox.firebase().serviceAccount()));
  }

  @Test
  void anAccountGetsAnotherKey() {
    String before = sandbox.firebase().serviceAccount("my-project");

    JsonObject after =
        json(
            caller.send(
                "POST",
                "/sandbox/fcm/service-accounts/replace-key",
                "{\"projectId\":\"my-project\"}"));

    assertThat(after.getString("project_id")).isEqualTo("my-project");
    assertThat(after.getString("private_key_id"))
        .isNotEqualTo(new JsonObject(before).getString("private_key_id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"projectId\":\"X\"}",
        "{\"projectId\":1}",
        "{\"project\":\"my-project\"}",
        "[]"
      })
  void aWrongRequestForAnAccountIsRefused(String body) {
    HttpResponse<String> answer = caller.send("POST", "/sandbox/fcm/service-accounts", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).getJsonArray("violations")).isNotEmpty();
  }

  @Test
  void devicesComeAndGo() {
    JsonObject device = json(caller.send("POST", "/sandbox/fcm/devices", "{}"));
    String token = device.getString("token");

    assertThat(token).contains(":");
    assertThat(device.getString("projectId")).isEqualTo(Firebase.PROJECT);
    assertThat(caller.send("DELETE", "/sandbox/fcm/devices/" + token, "").statusCode())
        .isEqualTo(204);
    assertThat(caller.send("DELETE", "/sandbox/fcm/devices/nobody", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aTokenOfOnesOwnCanBeADevices() {
    HttpResponse<String> answer =
        caller.send("POST", "/sandbox/fcm/devices", "{\"token\":\"aa:bb/cc\"}");

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).getString("token")).isEqualTo("aa:bb/cc");
    assertThat(caller.send("DELETE", "/sandbox/fcm/devices/aa:bb%2Fcc", "").statusCode())
        .isEqualTo(204);
  }

  @Test
  void messagesAreListedByTargetAndForgotten() {
    assertThat(json(caller.get("/sandbox/fcm/messages")).getInteger("count")).isZero();
    assertThat(json(caller.get("/sandbox/fcm/messages?target=x")).getJsonArray("messages"))
        .isEmpty();
    assertThat(caller.get("/sandbox/fcm/messages?to=x").statusCode()).isEqualTo(400);
    assertThat(caller.send("DELETE", "/sandbox/fcm/messages", "").statusCode()).isEqualTo(204);
    assertThat(caller.send("POST", "/sandbox/fcm/access-tokens/revoke", "").statusCode())
        .isEqualTo(204);
  }

  @Test
  void itsErrorsArePlannedByName() {
    String plan =
        "{\"endpoint\":\"fcm-send\",\"fault\":\"fcm-error\",\"error\":\"QUOTA_EXCEEDED\","
            + "\"retryAfterSeconds\":5,\"mode\":\"times\",\"times\":2}";

    HttpResponse<String> answer = caller.send("PUT", "/sandbox/faults", plan);

    assertThat(json(answer).getJsonArray("faults").getJsonObject(0))
        .isEqualTo(new JsonObject(plan));
    assertThat(sandbox.faults().plans())
        .containsExactly(
            new FaultPlan(
                Optional.of(Endpoint.FCM_SEND),
                new FaultPlan.Times(2),
                Fault.fcm(FcmError.QUOTA_EXCEEDED).retryAfter(Duration.ofSeconds(5))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"endpoint\":\"fcm-send\",\"fault\":\"html\",\"status\":502,\"mode\":\"always\"}",
        "{\"endpoint\":\"fcm-token\",\"fault\":\"invalid-grant\",\"mode\":\"always\"}"
      })
  void soAreProxiesAndGrants(String plan) {
    HttpResponse<String> answer = caller.send("PUT", "/sandbox/faults", plan);

    assertThat(json(answer).getJsonArray("faults").getJsonObject(0))
        .isEqualTo(new JsonObject(plan));
  }

  @Test
  void anErrorThatIsNoneIsRefusedWithAllThatAre() {
    HttpResponse<String> answer =
        caller.send(
            "PUT",
            "/sandbox/faults",
            "{\"endpoint\":\"fcm-send\",\"fault\":\"fcm-error\",\"error\":\"X\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("SENDER_ID_MISMATCH");
  }
}
