package io.axptoken.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.server.fixture.IntegrationsFile;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.settings.Settings;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hundreds of integrations: none of them is waited for. */
class ManyIntegrationsTest {
  private static final int MANY = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static SandboxOptions accounts() {
    List<SandboxAccount> accounts = new ArrayList<>(List.of(SandboxAccount.DEFAULT));
    for (int i = 0; i < MANY; i++) {
      accounts.add(account(i));
    }
    return SandboxOptions.defaults().withAccounts(accounts);
  }

  private static SandboxAccount account(int i) {
    String id = "MANY" + (char) ('A' + i / 26) + (char) ('A' + i % 26);
    return new SandboxAccount(
        id,
        "5a4db0c5-0000-4000-8000-%012d".formatted(i),
        "client-" + i,
        "s3cr3t-" + i,
        "app-key-" + i);
  }

  private static Settings settings(AxpSandbox sandbox) {
    IntegrationsFile file = IntegrationsFile.of(sandbox.baseUri(), SandboxAccount.DEFAULT);
    for (int i = 0; i < MANY; i++) {
      file.and("many-" + i, sandbox.baseUri(), account(i));
    }
    return file.settings();
  }

  @Test
  void theServerIsReadyThoughNoneOfThemIs() throws Exception {
    try (AxpSandbox sandbox = AxpSandbox.start(accounts())) {
      sandbox.faults().on(Endpoint.ACCESS_TOKEN).always(Fault.hang());
      try (TestServer server = TestServer.start(settings(sandbox))) {
        assertThat(server.probe("/health/ready").statusCode()).isEqualTo(200);
        assertThat(server.get("/integrations/many-199/config").statusCode()).isEqualTo(200);
        assertThat(sandbox.journal().count(Endpoint.ACCESS_TOKEN)).isLessThan(MANY);
      }
    }
  }

  @Test
  void allOfThemGetReadyInTheBackground() throws Exception {
    try (AxpSandbox sandbox = AxpSandbox.start(accounts());
        TestServer server = TestServer.start(settings(sandbox))) {
      sandbox.journal().awaitCalls(Endpoint.ACCESS_TOKEN, MANY + 1, PATIENCE);

      assertThat(server.probe("/health/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void allWhoAreTheFirstToAskOneOfThemAreServed() throws Exception {
    try (AxpSandbox sandbox = AxpSandbox.start(accounts());
        TestServer server = TestServer.start(settings(sandbox))) {
      List<CompletableFuture<HttpResponse<String>>> answers =
          IntStream.range(0, MANY)
              .mapToObj(i -> "/integrations/many-" + i % 4 + (i % 8 < 4 ? "/config" : "/token"))
              .map(path -> HttpRequest.newBuilder(server.uri(path)))
              .map(server::sendAsync)
              .toList();

      for (CompletableFuture<HttpResponse<String>> answer : answers) {
        HttpResponse<String> came = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        // Nobody is proven by a request without a body.
        boolean config = came.uri().getPath().endsWith("/config");
        assertThat(came.statusCode()).as(came.uri().getPath()).isEqualTo(config ? 200 : 401);
      }
      assertThat(server.get("/integrations/nobody/config").statusCode()).isEqualTo(404);
      assertThat(server.get("/integrations/many-1").statusCode()).isEqualTo(404);
    }
  }
}
