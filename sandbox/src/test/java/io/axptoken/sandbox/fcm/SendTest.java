package io.axptoken.sandbox.fcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages reach the devices of their project, and tests see what was sent. */
@WithAxpSandbox
class SendTest {
  private final AxpSandbox sandbox;
  private final Firebase firebase;
  private final Sender sender;

  SendTest(AxpSandbox sandbox) {
    this.sandbox = sandbox;
    firebase = sandbox.firebase();
    sender = Sender.of(sandbox);
  }

  @AfterEach
  void close() {
    sender.close();
  }

  @Test
  void aMessageToADeviceIsTakenAndKept() {
    Device phone = firebase.newDevice();

    HttpResponse<String> answer = sender.push(sender.grant(), to(phone));

    assertThat(answer.statusCode()).isEqualTo(200);
    String name = new JsonObject(answer.body()).getString("name");
    assertThat(name).startsWith("projects/sandbox-project/messages/");
    assertThat(firebase.awaitMessages(phone, 1, Duration.ofSeconds(5)))
        .singleElement()
        .satisfies(message -> {
          assertThat(message.name()).isEqualTo(name);
          assertThat(message.target()).isEqualTo(phone.token());
          assertThat(message.data()).containsExactlyEntriesOf(Map.of("eventId", "e1"));
          assertThat(new JsonObject(message.json())).isEqualTo(to(phone));
        });
  }

  @Test
  void theInstallationIdIsAnAddressAsGood() {
    Device phone = firebase.newDevice();
    JsonObject message = new JsonObject().put("fid", phone.installationId());

    assertThat(sender.push(sender.grant(), message).statusCode()).isEqualTo(200);
    assertThat(firebase.messages(phone)).hasSize(1);
  }

  @Test
  void aTestsOwnTokenCanBeMadeADevice() {
    firebase.newDevice(Firebase.PROJECT, "aa:bb/cc");

    JsonObject message = new JsonObject().put("token", "aa:bb/cc");
    assertThat(sender.push(sender.grant(), message).statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenThatIsNoDevicesIsInvalidAndSaysSoOfTheToken() {
    HttpResponse<String> answer =
        sender.push(sender.grant(), new JsonObject().put("token", "nobody"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Sender.errorCode(answer)).isEqualTo("INVALID_ARGUMENT");
    assertThat(answer.body()).doesNotContain("BadRequest");
  }

  @Test
  void aDeviceOfAnotherProjectIsAMismatch() {
    Device phone = firebase.newDevice("other-project");

    HttpResponse<String> answer = sender.push(sender.grant(), to(phone));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Sender.errorCode(answer)).isEqualTo("SENDER_ID_MISMATCH");
  }

  @Test
  void whereTheAppIsGoneTheDeviceIsUnregistered() {
    Device phone = firebase.newDevice();
    assertThat(firebase.uninstall(phone.token())).isTrue();
    assertThat(firebase.uninstall("nobody")).isFalse();

    HttpResponse<String> answer = sender.push(sender.grant(), to(phone));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(Sender.errorCode(answer)).isEqualTo("UNREGISTERED");
  }

  @Test
  void withoutAKnownAccessTokenNothingIsTaken() {
    Device phone = firebase.newDevice();
    String grant = sender.grant();
    firebase.revokeGrants();

    HttpResponse<String> revoked = sender.push(grant, to(phone));
    HttpResponse<String> none = sender.send(sender.request(Firebase.PROJECT, "{}"));

    assertThat(revoked.statusCode()).isEqualTo(401);
    assertThat(Sender.error(revoked).getString("status")).isEqualTo("UNAUTHENTICATED");
    assertThat(Sender.errorCode(revoked)).isNull();
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(firebase.messages()).isEmpty();
  }

  @Test
  void anAccessTokenThatIsOverIsRefused() {
    sandbox.faults().on(Endpoint.FCM_TOKEN).next(Fault.earlyExpiry(Duration.ZERO));

    assertThat(sender.push(sender.grant(), to(firebase.newDevice())).statusCode()).isEqualTo(401);
  }

  @Test
  void anotherProjectMayNotBeSentFor() {
    HttpResponse<String> answer = sender.push("other-project", sender.grant(), "{}");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Sender.error(answer).getString("status")).isEqualTo("PERMISSION_DENIED");
    assertThat(Sender.errorCode(answer)).isNull();
  }

  @Test
  void aTrialIsJudgedAndDeliversNothing() {
    Device phone = firebase.newDevice();
    JsonObject trial = new JsonObject().put("validate_only", true);

    HttpResponse<String> good =
        sender.push(sender.grant(), trial.copy().put("message", to(phone)).encode());
    HttpResponse<String> bad =
        sender.push(
            sender.grant(),
            trial.copy().put("message", new JsonObject().put("token", "nobody")).encode());

    assertThat(good.statusCode()).isEqualTo(200);
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(firebase.messages()).isEmpty();
  }

  @Test
  void aResetForgetsDevicesAndMessagesAndNoAccessToken() {
    String grant = sender.grant();
    Device phone = firebase.newDevice();
    sender.push(grant, to(phone));

    sandbox.reset();

    assertThat(firebase.messages()).isEmpty();
    assertThat(sender.push(grant, to(phone)).statusCode()).isEqualTo(400);
    assertThat(sender.push(grant, to(firebase.newDevice())).statusCode()).isEqualTo(200);
  }

  @Test
  void waitingForMoreThanComesEndsWithWhatCame() {
    assertThatIllegalStateException()
        .isThrownBy(() -> firebase.awaitMessages(1, Duration.ofMillis(10)))
        .withMessageStartingWith("0 messages within");
  }

  @Test
  void theExtensionHandsItOut(Firebase parameter) {
    assertThat(parameter).isSameAs(firebase);
  }

  private static JsonObject to(Device device) {
    return new JsonObject()
        .put("token", device.token())
        .put("data", new JsonObject().put("eventId", "e1"));
  }
}
