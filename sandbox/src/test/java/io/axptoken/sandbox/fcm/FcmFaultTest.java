package io.axptoken.sandbox.fcm;

import static io.axptoken.sandbox.Endpoint.FCM_SEND;
import static io.axptoken.sandbox.Endpoint.FCM_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.FcmError;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Firebase fails on demand in each way that a sender must tell from the others. */
@WithAxpSandbox
class FcmFaultTest {
  private final AxpSandbox sandbox;
  private final Sender sender;
  private Device phone;

  FcmFaultTest(AxpSandbox sandbox) {
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
  @CsvSource({
    "INVALID_MESSAGE, 400, INVALID_ARGUMENT,",
    "INVALID_TOKEN, 400, INVALID_ARGUMENT, INVALID_ARGUMENT",
    "UNAUTHENTICATED, 401, UNAUTHENTICATED,",
    "THIRD_PARTY_AUTH_ERROR, 401, UNAUTHENTICATED, THIRD_PARTY_AUTH_ERROR",
    "SENDER_ID_MISMATCH, 403, PERMISSION_DENIED, SENDER_ID_MISMATCH",
    "PERMISSION_DENIED, 403, PERMISSION_DENIED,",
    "UNREGISTERED, 404, NOT_FOUND, UNREGISTERED",
    "QUOTA_EXCEEDED, 429, RESOURCE_EXHAUSTED, QUOTA_EXCEEDED",
    "INTERNAL, 500, INTERNAL, INTERNAL",
    "UNAVAILABLE, 503, UNAVAILABLE, UNAVAILABLE"
  })
  void anErrorHasItsStatusAndItsCode(
      FcmError error, int status, String canonical, @Nullable String errorCode) {
    sandbox.faults().on(FCM_SEND).next(Fault.fcm(error));

    HttpResponse<String> answer = push();

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Sender.error(answer).getInteger("code")).isEqualTo(status);
    assertThat(Sender.error(answer).getString("status")).isEqualTo(canonical);
    assertThat(Sender.errorCode(answer)).isEqualTo(errorCode);
    assertThat(answer.headers().firstValue("retry-after")).isEmpty();
    assertThat(sandbox.firebase().messages()).isEmpty();
    assertThat(push().statusCode()).isEqualTo(200);
  }

  @Test
  void theMessageThatIsWrongIsToldByItsFields() {
    sandbox.faults().on(FCM_SEND).next(Fault.fcm(FcmError.INVALID_MESSAGE));

    assertThat(push().body()).contains("google.rpc.BadRequest", "fieldViolations");
  }

  @Test
  void aQuotaIsToldAsOne() {
    sandbox.faults().on(FCM_SEND).next(Fault.fcm(FcmError.QUOTA_EXCEEDED));

    assertThat(push().body()).contains("google.rpc.QuotaFailure");
  }

  @ParameterizedTest
  @EnumSource(names = {"QUOTA_EXCEEDED", "UNAVAILABLE"})
  void anErrorMaySayWhenToComeBack(FcmError error) {
    sandbox.faults().on(FCM_SEND).next(Fault.fcm(error).retryAfter(Duration.ofMillis(29_001)));

    assertThat(push().headers().firstValue("retry-after")).hasValue("30");
  }

  @ParameterizedTest
  @CsvSource({"403, PERMISSION_DENIED", "404, NOT_FOUND", "502, INTERNAL", "503, UNAVAILABLE"})
  void aBareStatusHasTheFormOfGooglesErrors(int status, String canonical) {
    sandbox.faults().on(FCM_SEND).next(Fault.status(status));

    HttpResponse<String> answer = push();

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Sender.error(answer).getString("status")).isEqualTo(canonical);
    assertThat(Sender.details(answer)).isEmpty();
  }

  @Test
  void aProxyMayAnswerWithAWebPage() {
    sandbox.faults().on(FCM_SEND).next(Fault.html(404));

    HttpResponse<String> answer = push();

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(answer.body()).startsWith("<!doctype html>");
  }

  @Test
  void aHangingCallIsNotDelivered() {
    sandbox.faults().on(FCM_SEND).next(Fault.hang());
    String grant = sender.grant();

    assertThatThrownBy(() ->
            sender.send(
                sender
                    .request(Firebase.PROJECT, body())
                    .setHeader("Authorization", "Bearer " + grant)
                    .timeout(Duration.ofMillis(300))))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(HttpTimeoutException.class);
    assertThat(sandbox.firebase().messages()).isEmpty();
  }

  @Test
  void aSlowCallIsDelivered() {
    sandbox.faults().on(FCM_SEND).next(Fault.delay(Duration.ofMillis(50)));

    assertThat(push().statusCode()).isEqualTo(200);
    assertThat(sandbox.firebase().messages(phone)).hasSize(1);
  }

  @Test
  void aMessageMayBeDeliveredAndItsAnswerLost() {
    sandbox.faults().on(FCM_SEND).next(Fault.truncate());

    assertThatThrownBy(this::push).isInstanceOf(UncheckedIOException.class);
    assertThat(sandbox.firebase().messages(phone)).hasSize(1);
  }

  @Test
  void faultsForThePlatformLeaveFirebaseAlone() {
    sandbox.faults().onAll().always(Fault.status(500));

    assertThat(push().statusCode()).isEqualTo(200);
  }

  @Test
  void theOAuthHostFailsLikeAnyEndpoint() {
    sandbox.faults().on(FCM_TOKEN).next(Fault.status(503).retryAfter(Duration.ofSeconds(3)));

    HttpResponse<String> answer = sender.askGrant();

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).hasValue("3");
  }

  @Test
  void theJournalShowsTheMessageAndHidesTheAccessToken() {
    push();

    assertThat(sandbox.journal().calls(FCM_SEND))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.path()).isEqualTo("/v1/projects/sandbox-project/messages:send");
          assertThat(call.body()).isEqualTo(body());
          assertThat(call.header("Authorization").orElseThrow()).startsWith("Bearer [REDACTED ");
        });
  }

  private HttpResponse<String> push() {
    return sender.push(sender.grant(), body());
  }

  private String body() {
    JsonObject message = new JsonObject().put("token", phone.token());
    return new JsonObject().put("message", message).encode();
  }
}
