package io.axptoken.sandbox;

import static io.axptoken.sandbox.Caller.json;
import static io.axptoken.sandbox.Endpoint.ACCESS_TOKEN;
import static io.axptoken.sandbox.Endpoint.END_USER_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.EnumSource.Mode.MATCH_NONE;

import io.axptoken.sandbox.junit.WithAxpSandbox;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithAxpSandbox
class MisbehaviourTest {
  private final AxpSandbox sandbox;
  private final Caller caller;

  MisbehaviourTest(AxpSandbox sandbox) {
    this.sandbox = sandbox;
    caller = Caller.of(sandbox);
  }

  @AfterEach
  void close() {
    caller.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 429, 500, 502, 503, 504, 599})
  void aStatusIsAnsweredWithAMatchingProblem(int status) {
    sandbox.faults().on(ACCESS_TOKEN).next(Fault.status(status));

    HttpResponse<String> answer = caller.askAccessToken();

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).getInteger("status")).isEqualTo(status);
    assertThat(answer.headers().firstValue("retry-after")).isEmpty();
    assertThat(sandbox.journal().calls().getLast().status()).hasValue(status);
    assertThat(caller.askAccessToken().statusCode()).isEqualTo(200);
  }

  @Test
  void aStatusMayTellWhenToComeBackInWholeSecondsRoundedUp() {
    Fault fault = Fault.status(429).retryAfter(Duration.ofMillis(1001));
    sandbox.faults().on(END_USER_TOKEN).next(fault);

    HttpResponse<String> answer = caller.askEndUserToken();

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("retry-after")).hasValue("2");
  }

  @Test
  void aSuccessStatusHasNoBody() {
    sandbox.faults().on(ACCESS_TOKEN).next(Fault.status(204));

    HttpResponse<String> answer = caller.askAccessToken();

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void aDelayedAnswerIsTheRightOne() {
    sandbox.faults().on(ACCESS_TOKEN).next(Fault.delay(Duration.ofMillis(200)));
    long begin = System.nanoTime();

    HttpResponse<String> answer = caller.askAccessToken();

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(190));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void aHangingCallGetsNoByteAndItsConnectionStaysOpen() throws IOException {
    sandbox.faults().on(ACCESS_TOKEN).next(Fault.hang());

    try (RawCall call = RawCall.accessToken(sandbox)) {
      assertThat(sandbox.journal().awaitCalls(ACCESS_TOKEN, 1, Duration.ofSeconds(5)))
          .first()
          .satisfies(entry -> assertThat(entry.status()).isEmpty());
      assertThatThrownBy(() -> call.read(Duration.ofMillis(200)))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aResetIsOne() throws IOException {
    sandbox.faults().on(ACCESS_TOKEN).next(Fault.reset());

    try (RawCall call = RawCall.accessToken(sandbox)) {
      assertThatThrownBy(() -> call.read(Duration.ofSeconds(5)))
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = MATCH_NONE, names = "(IDP|FCM)_.*")
  void aTruncatedAnswerPromisesMoreThanItSends(Endpoint endpoint) throws IOException {
    sandbox.faults().on(endpoint).next(Fault.truncate());

    try (RawCall call = RawCall.to(endpoint, sandbox)) {
      String answer = call.read(Duration.ofSeconds(5));

      assertThat(answer).startsWith("HTTP/1.1 20");
      assertThat(RawCall.body(answer).length()).isEqualTo(RawCall.promisedLength(answer) / 2);
    }
  }

  @Test
  void aStalledBodyNeverEnds() throws IOException {
    sandbox.faults().on(ACCESS_TOKEN).next(Fault.stallBody());

    try (RawCall call = RawCall.accessToken(sandbox)) {
      assertThatThrownBy(() -> call.read(Duration.ofMillis(300)))
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(RawCall.body(call.readSoFar())).startsWith("{\"access_token\"");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = MATCH_NONE, names = "(IDP|FCM)_.*")
  void garbageCallsItselfJson(Endpoint endpoint) {
    HttpResponse<String> answer = ask(endpoint, Fault.garbage());

    assertSuccess(endpoint, answer);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(answer.body()).startsWith("<html>");
  }

  @ParameterizedTest
  @EnumSource(mode = MATCH_NONE, names = "(IDP|FCM)_.*")
  void aWrongContentTypeComesWithTheRightBody(Endpoint endpoint) {
    HttpResponse<String> answer = ask(endpoint, Fault.wrongContentType());

    assertSuccess(endpoint, answer);
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/html");
    assertThat(json(answer).fieldNames()).containsAnyOf("access_token", "jwtToken");
  }

  @ParameterizedTest
  @EnumSource(mode = MATCH_NONE, names = "(IDP|FCM)_.*")
  void anAnswerMayLackTheToken(Endpoint endpoint) {
    HttpResponse<String> answer = ask(endpoint, Fault.withoutToken());

    assertSuccess(endpoint, answer);
    assertThat(json(answer).fieldNames()).doesNotContain("access_token", "jwtToken");
  }

  @ParameterizedTest
  @EnumSource(mode = MATCH_NONE, names = "(IDP|FCM)_.*")
  void aHugeAnswerIsJsonOfTheSizeThatWasAskedFor(Endpoint endpoint) {
    HttpResponse<String> answer = ask(endpoint, Fault.huge());

    assertSuccess(endpoint, answer);
    assertThat(answer.headers().firstValue("transfer-encoding")).hasValue("chunked");
    assertThat(answer.body()).hasSize(1 << 20);
    assertThat(json(answer).fieldNames()).containsExactly("padding");
  }

  @Test
  void aRedirectNamesItsLocation() {
    URI elsewhere = URI.create("http://127.0.0.1:1/elsewhere");

    HttpResponse<String> answer = ask(ACCESS_TOKEN, Fault.redirect(elsewhere));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location")).hasValue(elsewhere.toString());
  }

  @Test
  void allFaultsKeepTheRequestIds() {
    HttpResponse<String> answer = ask(ACCESS_TOKEN, Fault.status(500));

    assertThat(answer.headers().firstValue("av-log-id")).isPresent();
    assertThat(answer.headers().firstValue("x-request-id")).isPresent();
  }

  private HttpResponse<String> ask(Endpoint endpoint, Fault fault) {
    sandbox.faults().on(endpoint).next(fault);
    return switch (endpoint) {
      case ACCESS_TOKEN -> caller.askAccessToken();
      case END_USER_TOKEN -> caller.askEndUserToken();
      case INFINITY_TOKEN -> caller.askInfinityToken();
      default -> throw new IllegalArgumentException(endpoint.label());
    };
  }

  private static void assertSuccess(Endpoint endpoint, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(endpoint == END_USER_TOKEN ? 201 : 200);
  }
}
