package io.axptoken.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.server.fixture.ConfiguredServer;
import io.axptoken.server.fixture.LiveFile;
import io.axptoken.server.fixture.LiveServer;
import io.axptoken.service.reload.Reloader.Outcome;
import io.axptoken.testing.CapturedLogs;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration that is cut off is valid, and says less: what protected before still does. */
class WeakeningReloadTest {
  private static final String KEY = "s3cr3t-0123456789-0123456789-0123456789";
  private static final String PROVEN =
      "identity:\n  pseudonymize: "
          + KEY
          + "\n  jwt: { issuer: backend, audience: [tokens], algorithms: [HS256], secrets: ["
          + KEY
          + "] }\n  modes: [jwt]\n";

  private static AxpSandbox sandbox;

  @TempDir Path folder = Path.of("");

  @BeforeAll
  static void start() {
    sandbox = AxpSandbox.start();
    ConfiguredServer.awaitKeyOf(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private LiveServer server(LiveFile file) throws Exception {
    return LiveServer.start(file.write(folder));
  }

  private static LiveFile file() {
    return LiveFile.of(sandbox);
  }

  private static int tokenForWhoeverSaysSo(LiveServer server) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/token"))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString("{\"userId\":\"somebody-else\"}"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString()).statusCode();
    }
  }

  @Test
  void noCutLetsAnybodyInWithoutProof() throws Exception {
    LiveFile file = file().and(PROVEN);
    String whole = Files.readString(file.write(folder));
    int begin = whole.indexOf("identity:");
    try (LiveServer server = server(file)) {
      assertThat(tokenForWhoeverSaysSo(server)).isEqualTo(401);
      for (int cut = begin; cut < whole.length(); cut += 9) {
        Files.writeString(folder.resolve("token-server.yaml"), whole.substring(0, cut));
        server.reread();

        assertThat(tokenForWhoeverSaysSo(server)).as("cut off at %d", cut).isEqualTo(401);
      }
    }
  }

  @Test
  void whatIsWeakerIsNamedAndNothingOfItIsUsed(CapturedLogs logs) throws Exception {
    try (LiveServer server =
        server(file().server("allowedOrigins: [\"https://shop.example\"]").and(PROVEN))) {
      file().server("allowedOrigins: \"*\"").axp("configId", "another").write(folder);

      assertThat(server.reread()).isEqualTo(Outcome.FAILED);

      assertThat(logs.messages(Level.WARNING))
          .singleElement()
          .asString()
          .contains("identity.modes would protect less", "identity.pseudonymize would protect less")
          .contains(
              "server.allowedOrigins would protect less", "Restart the server if that is meant");
    }
  }

  @Test
  void productionIsNotTakenBack() throws Exception {
    LiveFile file =
        file()
            .server("allowedOrigins: [\"https://shop.example\"]")
            .server("accepted: [plain-http, open-management, open-secret, no-audit]")
            .and(PROVEN);
    try (LiveServer server = server(file.server("production: true"))) {
      file.server("production: false").write(folder);

      assertThat(server.reread()).isEqualTo(Outcome.FAILED);
    }
  }

  @Test
  void aModeThatProvesMoreIsTakenUpAtOnce() throws Exception {
    try (LiveServer server = server(file())) {
      assertThat(tokenForWhoeverSaysSo(server)).isEqualTo(200);
      file().and(PROVEN).write(folder);

      assertThat(server.reread()).isEqualTo(Outcome.RELOADED);

      assertThat(tokenForWhoeverSaysSo(server)).isEqualTo(401);
    }
  }
}
