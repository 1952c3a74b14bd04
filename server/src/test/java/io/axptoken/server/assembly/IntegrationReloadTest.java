package io.axptoken.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.sandbox.tls.HttpsOptions;
import io.axptoken.server.fixture.ConfiguredServer;
import io.axptoken.server.fixture.LiveFile;
import io.axptoken.server.fixture.LiveServer;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.TokenLoad;
import io.axptoken.service.reload.Reloader.Outcome;
import io.axptoken.testing.CapturedLogs;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes begins anew; what does not goes on as if nothing had happened. */
class IntegrationReloadTest {
  private static final int MANY = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder = Path.of("");

  private static SandboxAccount account(int i) {
    String id = "MANY" + (char) ('A' + i / 26) + (char) ('A' + i % 26);
    return new SandboxAccount(
        id, "5a4db0c5-0000-4000-8000-%012d".formatted(i), "client", "s3cr3t-" + i, "app-key");
  }

  private static String section(int i, int changed) {
    return """
      many-%d:
        accountId: %s
        integrationId: %s
        clientSecret: s3cr3t-%d
        jwtValidityInterval: %d
    """
        .formatted(
            i, account(i).accountId(), account(i).integrationId(), i, i == changed ? 15 : 30);
  }

  private void write(AxpSandbox sandbox, int changed) throws IOException {
    StringBuilder integrations = new StringBuilder("integrations:\n");
    for (int i = 1; i < MANY; i++) {
      integrations.append(section(i, changed));
    }
    LiveFile.of(sandbox).and(integrations.toString()).write(folder);
  }

  @Test
  void ofManyIntegrationsOnlyTheChangedOneFetchesAnAccessToken(CapturedLogs logs) throws Exception {
    List<SandboxAccount> accounts = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      accounts.add(account(i));
    }
    try (AxpSandbox sandbox = AxpSandbox.start(SandboxOptions.defaults().withAccounts(accounts))) {
      write(sandbox, 0);
      try (LiveServer server = LiveServer.start(folder.resolve("token-server.yaml"));
          HttpClient http = HttpClient.newHttpClient();
          TokenLoad load = TokenLoad.begin(http, tokens(server, "many-7"), 2);
          TokenLoad other = TokenLoad.begin(http, tokens(server, "many-8"), 2)) {
        sandbox.journal().awaitCalls(Endpoint.ACCESS_TOKEN, MANY, PATIENCE);
        write(sandbox, 7);

        assertThat(server.reread()).isEqualTo(Outcome.RELOADED);

        load.awaitMore(5);
        other.awaitMore(5);
        assertThat(sandbox.journal().count(Endpoint.ACCESS_TOKEN)).isEqualTo(MANY + 1);
        assertThat(logs.messages(Level.INFO))
            .contains("Reloaded: configuration; of 200 integrations, 1 fetch a new access token.");
        load.endWithoutFailure();
        other.endWithoutFailure();
      }
    }
  }

  private static URI tokens(LiveServer server, String integration) {
    return URI.create(
        "http://127.0.0.1:" + server.port() + "/integrations/" + integration + "/token");
  }

  @Test
  void aPlatformThatMovesToAnotherAuthorityIsFollowed() throws Exception {
    int port = freePort();
    Path anchors = folder.resolve("ca.pem");
    SandboxOptions secure =
        SandboxOptions.defaults().withHttps(HttpsOptions.defaults().withPort(port));
    URI platform = URI.create("https://localhost:" + port);
    AxpSandbox before = start(secure);
    Files.writeString(anchors, before.authorityCertificate().orElseThrow());
    Path yaml =
        LiveFile.of(platform, before.account())
            .axp("caCertificatePath", anchors.toString())
            .write(folder);
    try (LiveServer server = LiveServer.start(yaml).settled()) {
      assertThat(status(server)).isEqualTo(200);
      before.close();
      try (AxpSandbox after = start(secure)) {
        assertThat(status(server)).isEqualTo(503);
        LiveServer.replace(anchors, after.authorityCertificate().orElseThrow());

        assertThat(server.lookTwice()).isEqualTo(Outcome.RELOADED);

        assertThat(status(server)).isEqualTo(200);
        assertThat(after.journal().count(Endpoint.END_USER_TOKEN)).isPositive();
      }
    } finally {
      before.close();
    }
  }

  private static AxpSandbox start(SandboxOptions options) {
    AxpSandbox sandbox = AxpSandbox.start(options);
    ConfiguredServer.awaitKeyOf(sandbox);
    return sandbox;
  }

  private static int status(LiveServer server) throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      String answer = client.send(RawClient.tokenRequest("", "{\"userId\":\"u1\"}")).answer();
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
