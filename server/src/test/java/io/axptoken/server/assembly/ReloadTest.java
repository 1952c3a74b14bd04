package io.axptoken.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.server.fixture.ConfiguredServer;
import io.axptoken.server.fixture.LiveFile;
import io.axptoken.server.fixture.LiveServer;
import io.axptoken.server.fixture.TokenLoad;
import io.axptoken.service.reload.Reloader.Outcome;
import io.axptoken.testing.CapturedLogs;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets and settings change while tokens are asked for. */
class ReloadTest {
  private static final SandboxAccount ACCOUNT = SandboxAccount.DEFAULT;
  private static final String SECRET = "${file:client-secret}";
  private static final String NEW_SECRET = "s3cr3t-new";

  @TempDir Path folder = Path.of("");

  private AxpSandbox sandbox;

  @BeforeEach
  void startPlatform() throws Exception {
    sandbox = AxpSandbox.start();
    ConfiguredServer.awaitKeyOf(sandbox);
    Files.writeString(folder.resolve("client-secret"), ACCOUNT.clientSecret() + "\n");
  }

  @AfterEach
  void stopPlatform() {
    sandbox.close();
  }

  private LiveFile file() {
    return LiveFile.of(sandbox).axp("clientSecret", SECRET);
  }

  private LiveServer server(LiveFile file) throws Exception {
    return LiveServer.start(file.write(folder)).settled();
  }

  private static HttpResponse<String> token(LiveServer server) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/token"))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString("{\"userId\":\"u1\"}"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString());
    }
  }

  private static void assertIssues(LiveServer server) throws Exception {
    HttpResponse<String> answer = token(server);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void aRotatedSecretIsUsedFromTheNextFetchOnAndNoRequestFails() throws Exception {
    try (LiveServer server = server(file());
        HttpClient http = HttpClient.newHttpClient();
        TokenLoad load =
            TokenLoad.begin(http, URI.create("http://127.0.0.1:" + server.port() + "/token"), 4)) {
      load.awaitMore(20);
      sandbox.clientSecrets().accept(ACCOUNT.accountId(), ACCOUNT.clientSecret(), NEW_SECRET);
      LiveServer.replace(folder.resolve("client-secret"), NEW_SECRET + "\n");
      assertThat(server.lookTwice()).isEqualTo(Outcome.RELOADED);
      load.awaitMore(20);
      // The access token is used on.
      assertThat(sandbox.journal().count(Endpoint.ACCESS_TOKEN)).isEqualTo(1);

      sandbox.clientSecrets().accept(ACCOUNT.accountId(), NEW_SECRET);
      sandbox.accessTokens().revokeAll();
      sandbox.journal().awaitCalls(Endpoint.ACCESS_TOKEN, 2, Duration.ofSeconds(20));
      load.awaitMore(20);

      load.endWithoutFailure();
    }
  }

  @Test
  void anExchangedLinkIsAChangeAsKubernetesMakesThem() throws Exception {
    Path mount = Files.createDirectory(folder.resolve("mount"));
    volume(mount, "..first", ACCOUNT.clientSecret());
    Files.createSymbolicLink(mount.resolve("..data"), Path.of("..first"));
    Files.createSymbolicLink(mount.resolve("secret"), Path.of("..data/secret"));
    try (LiveServer server = server(file().axp("clientSecret", "${file:mount/secret}"))) {
      assertIssues(server);
      volume(mount, "..second", NEW_SECRET);
      Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of("..second"));
      Files.move(
          mount.resolve("..data_tmp"), mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);

      assertThat(server.lookTwice()).isEqualTo(Outcome.RELOADED);

      sandbox.clientSecrets().accept(ACCOUNT.accountId(), NEW_SECRET);
      sandbox.accessTokens().revokeAll();
      assertIssues(server);
    }
  }

  private static void volume(Path mount, String name, String secret) throws Exception {
    Files.writeString(Files.createDirectory(mount.resolve(name)).resolve("secret"), secret);
  }

  @Test
  void anEmptySecretFileChangesNothingAndIsToldOnce(CapturedLogs logs) throws Exception {
    try (LiveServer server = server(file())) {
      Files.writeString(folder.resolve("client-secret"), "");
      assertThat(server.lookTwice()).isEqualTo(Outcome.WAITING);
      assertThat(server.look()).isEqualTo(Outcome.FAILED);
      assertThat(server.look()).isEqualTo(Outcome.UNCHANGED);

      sandbox.accessTokens().revokeAll();
      assertIssues(server);
      assertThat(logs.messages(Level.WARNING))
          .singleElement()
          .asString()
          .startsWith("Not reloaded, what was in force stays so: axp.clientSecret ")
          .contains("is empty")
          .doesNotContain("s3cr3t");
    }
  }

  @Test
  void aConfigurationBeingEditedIsNotReadUntilSomebodySaysSo() throws Exception {
    sandbox.clientSecrets().accept(ACCOUNT.accountId(), ACCOUNT.clientSecret(), NEW_SECRET);
    try (LiveServer server = server(file())) {
      file().axp("configId", "another").axp("accountId", "1").write(folder);
      LiveServer.replace(folder.resolve("client-secret"), NEW_SECRET);
      assertThat(server.lookTwice()).isEqualTo(Outcome.RELOADED);
      assertThat(token(server).body()).doesNotContain("another");

      file().axp("configId", "another").write(folder);
      assertThat(server.reread()).isEqualTo(Outcome.RELOADED);
      assertThat(token(server).body()).contains("\"configId\":\"another\"");
    }
  }

  @Test
  void aFaultyConfigurationIsToldWholeAndTheLastGoodOneServes(CapturedLogs logs) throws Exception {
    try (LiveServer server = server(file())) {
      file().axp("accountId", "1").axp("integrationId", "2").write(folder);

      assertThat(server.reread()).isEqualTo(Outcome.FAILED);

      assertIssues(server);
      assertThat(logs.messages(Level.WARNING))
          .singleElement()
          .asString()
          .contains("axp.accountId must be six ASCII letters", "axp.integrationId must be");
    }
  }

  @Test
  void whatIsUnfitForProductionIsRefusedAtAReloadToo() throws Exception {
    try (LiveServer server = server(file())) {
      file().server("production: true").write(folder);

      assertThat(server.reread()).isEqualTo(Outcome.FAILED);

      assertIssues(server);
    }
  }

  @Test
  void whatNeedsARestartIsSaid(CapturedLogs logs) throws Exception {
    try (LiveServer server = server(file())) {
      int port = server.port();
      file().server("port: 1", "ssl: false").axp("configId", "another").write(folder);

      assertThat(server.reread()).isEqualTo(Outcome.RELOADED);

      assertThat(server.port()).isEqualTo(port);
      assertThat(token(server).body()).contains("another");
      assertThat(logs.messages(Level.WARNING))
          .containsExactly("These settings need a restart to change: server.port.");
    }
  }

  @Test
  void whatNeedsARestartIsSaidUntilItIsAsItWasAtTheStart(CapturedLogs logs) throws Exception {
    String warning = "These settings need a restart to change: server.port.";
    try (LiveServer server = server(file())) {
      file().server("port: 1").write(folder);
      server.reread();
      file().server("port: 1").axp("configId", "another").write(folder);
      server.reread();
      assertThat(logs.messages(Level.WARNING)).containsExactly(warning, warning);

      file().write(folder);
      server.reread();

      assertThat(logs.messages(Level.WARNING)).hasSize(2);
    }
  }

  @Test
  void whatIsOddAboutTheNewOneIsTold(CapturedLogs logs) throws Exception {
    try (LiveServer server = server(file())) {
      file().axp("configId", "'another'").write(folder);

      assertThat(server.reread()).isEqualTo(Outcome.RELOADED);

      assertThat(logs.messages(Level.WARNING))
          .anyMatch(warning -> warning.startsWith("axp.configId has quotes around it"));
    }
  }

  @Test
  void rereadingWhatHasNotChangedSaysSo(CapturedLogs logs) throws Exception {
    try (LiveServer server = server(file())) {
      assertThat(server.reread()).isEqualTo(Outcome.RELOADED);

      assertThat(logs.messages(Level.INFO)).contains("Reloaded: nothing has changed.");
    }
  }

  @Test
  void rateLimitsGoOnCounting() throws Exception {
    String tight = "tokens: { reuse: false }\nidentity: { modes: [claimed] }\n";
    Path yaml = file().and(tight).write(folder);
    Files.writeString(
        yaml,
        Files.readString(yaml)
            .replaceFirst("limits: .*", "limits: { perAddress: 1/min, perUser: 1/min, burst: 1 }"));
    try (LiveServer server = LiveServer.start(yaml).settled()) {
      assertIssues(server);
      assertThat(token(server).statusCode()).isEqualTo(429);

      LiveServer.replace(folder.resolve("client-secret"), NEW_SECRET);
      assertThat(server.lookTwice()).isEqualTo(Outcome.RELOADED);

      assertThat(token(server).statusCode()).isEqualTo(429);
    }
  }

  @Test
  void aNewAppKeyIsUsedAtOnceWithAnAccessTokenOfItsOwn() throws Exception {
    Files.writeString(folder.resolve("app-key"), "another-app-key");
    SandboxAccount renewed =
        new SandboxAccount(
            ACCOUNT.accountId(),
            ACCOUNT.integrationId(),
            ACCOUNT.clientId(),
            ACCOUNT.clientSecret(),
            "another-app-key");
    sandbox.close();
    sandbox = AxpSandbox.start(SandboxOptions.defaults().withAccounts(renewed));
    ConfiguredServer.awaitKeyOf(sandbox);
    Files.writeString(folder.resolve("app-key"), "old-app-key");
    try (LiveServer server = server(file().axp("appKey", "${file:app-key}"))) {
      assertThat(token(server).statusCode()).isEqualTo(502);
      LiveServer.replace(folder.resolve("app-key"), "another-app-key");

      assertThat(server.lookTwice()).isEqualTo(Outcome.RELOADED);

      assertIssues(server);
    }
  }
}
