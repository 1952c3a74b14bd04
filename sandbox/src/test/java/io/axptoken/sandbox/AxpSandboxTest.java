package io.axptoken.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AxpSandboxTest {
  @Test
  void itListensOnLoopbackWithTheDefaultAccount() {
    try (AxpSandbox sandbox = AxpSandbox.start()) {
      assertThat(sandbox.baseUri().toString()).startsWith("http://127.0.0.1:");
      assertThat(sandbox.account().accountId()).isEqualTo("SANDBX");
      assertThat(sandbox.account().clientId()).isEqualTo("sandbox-client");
      assertThat(sandbox.account().clientSecret()).isEqualTo("sandbox-s3cr3t");
      assertThat(sandbox.account().appKey()).isEqualTo("sandbox-app-key");
    }
  }

  @Test
  void twoSandboxesShareNothing() {
    try (AxpSandbox one = AxpSandbox.start();
        AxpSandbox two = AxpSandbox.start();
        Caller ofOne = Caller.of(one);
        Caller ofTwo = Caller.of(two)) {
      String token = ofOne.accessToken();

      assertThat(ofTwo.askEndUserToken(token, ofTwo.endUser().encode()).statusCode())
          .isEqualTo(401);
      assertThat(two.journal().count(Endpoint.ACCESS_TOKEN)).isZero();
    }
  }

  @Test
  void closingFreesThePortAndTheCallsThatHang() throws IOException {
    AxpSandbox sandbox = AxpSandbox.start();
    sandbox.faults().onAll().always(Fault.hang());
    try (RawCall call = RawCall.accessToken(sandbox);
        Caller caller = Caller.of(sandbox)) {
      sandbox.journal().awaitCalls(Endpoint.ACCESS_TOKEN, 1, Duration.ofSeconds(5));

      sandbox.close();

      assertThat(call.readUntilGone(Duration.ofSeconds(5))).isEmpty();
      assertThatThrownBy(caller::askAccessToken).hasCauseInstanceOf(ConnectException.class);
    }
  }

  @Test
  void aGivenVertxStaysOpenAndTheSandboxLeavesNothingOnIt() throws IOException {
    Vertx vertx = Vertx.vertx();
    try {
      AxpSandbox sandbox = AxpSandbox.start(SandboxOptions.defaults().withVertx(vertx));
      sandbox.faults().onAll().always(Fault.hang());
      try (RawCall call = RawCall.accessToken(sandbox)) {
        sandbox.journal().awaitCalls(Endpoint.ACCESS_TOKEN, 1, Duration.ofSeconds(5));
        sandbox.close();
        assertThat(call.readUntilGone(Duration.ofSeconds(5))).isEmpty();
      }
      try (AxpSandbox next = AxpSandbox.start(SandboxOptions.defaults().withVertx(vertx));
          Caller caller = Caller.of(next)) {
        assertThat(caller.askEndUserToken().statusCode()).isEqualTo(201);
      }
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  @Test
  void aPortThatIsTakenIsToldByItsNumber() {
    try (AxpSandbox first = AxpSandbox.start()) {
      int taken = first.baseUri().getPort();

      assertThatThrownBy(() -> AxpSandbox.start(SandboxOptions.defaults().withPort(taken)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("cannot listen on 127.0.0.1:" + taken)
          .hasMessageContaining("in use");
    }
  }

  @Test
  void closingTwiceIsFine() {
    AxpSandbox sandbox = AxpSandbox.start();
    sandbox.close();
    sandbox.close();
  }

  @Test
  void manyCallsAtOnceAreAllAnsweredAndAllKept() {
    try (AxpSandbox sandbox = AxpSandbox.start();
        Caller caller = Caller.of(sandbox);
        HttpClient client = HttpClient.newHttpClient()) {
      String token = caller.accessToken();
      List<CompletableFuture<HttpResponse<String>>> answers =
          IntStream.range(0, 500)
              .mapToObj(i -> caller.endUser().put("customerId", "user-" + i).encode())
              .map(body -> caller.endUserTokenRequest(token, body).build())
              .map(request -> client.sendAsync(request, BodyHandlers.ofString()))
              .toList();

      assertThat(answers).allSatisfy(each -> assertThat(each.join().statusCode()).isEqualTo(201));
      assertThat(sandbox.journal().count(Endpoint.END_USER_TOKEN)).isEqualTo(500);
      assertThat(answers.stream().map(each -> each.join().body()).distinct().count())
          .isEqualTo(500);
    }
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    SandboxOptions options = SandboxOptions.defaults();
    SandboxAccount account = SandboxAccount.DEFAULT;
    assertThatIllegalArgumentException().isThrownBy(() -> options.withAccounts());
    assertThatIllegalArgumentException().isThrownBy(() -> options.withAccounts(account, account));
    assertThatIllegalArgumentException().isThrownBy(() -> options.withPort(65_536));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.withAccessTokenLifetime(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SandboxAccount("ABCDE", account.integrationId(), "c", "s3cr3t", "k"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SandboxAccount("ABCDEF", "no-uuid", "c", "s3cr3t", "k"));
  }

  @Test
  void anAccountDoesNotPrintItsSecret() {
    assertThat(SandboxAccount.DEFAULT.toString())
        .contains("SANDBX", "[REDACTED]")
        .doesNotContain("s3cr3t");
  }
}
