package io.axptoken.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.idp.TokenDraft;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is missing at the end of the file: who was refused a token is refused one after it. */
class CutReloadTest {
  private static final String KEY = "s3cr3t-0123456789-0123456789-0123456789";
  private static final String INTEGRATIONS =
      """
      identity: { modes: [guest], guest: { secrets: [KEY] } }
      integrations:
        strict:
          configId: strict
          identity:
            modes: [jwt]
            jwt:
              secrets: [KEY]
              issuer: backend
              audience: [tokens]
              type: at+jwt
              authorizedParties: [shop]
              scopes:
                - tokens:write
                - tokens:read
      """
          .replace("KEY", KEY);

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

  private static LiveFile file() {
    return LiveFile.of(sandbox).server("allowedOrigins: [\"https://shop.example\"]");
  }

  private static TokenDraft good() {
    return sandbox
        .identityProvider()
        .tokenFor("user-3")
        .claim("iss", "backend")
        .claim("aud", "tokens")
        .claim("azp", "shop")
        .claim("scope", "tokens:read tokens:write")
        .header("typ", "at+jwt");
  }

  /** Each lacks one thing that is asked for. */
  private static List<TokenDraft> bad() {
    return List.of(
        good().claim("azp", "another"),
        good().claim("scope", "tokens:write"),
        good().claim("scope", "tokens:read"),
        good().without("scope"),
        good().claim("aud", "others"),
        good().header("typ", "JWT"));
  }

  private static int status(LiveServer server, HttpRequest.Builder request) throws Exception {
    String path = "/integrations/strict/token";
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              request
                  .uri(uri)
                  .header("content-type", "application/json")
                  .POST(BodyPublishers.ofString("{}"))
                  .build(),
              BodyHandlers.ofString())
          .statusCode();
    }
  }

  private static int status(LiveServer server, TokenDraft token) throws Exception {
    byte[] secret = KEY.getBytes(StandardCharsets.UTF_8);
    String bearer = "Bearer " + token.signedBySecret(secret, "HS256").sign();
    return status(server, HttpRequest.newBuilder().header("authorization", bearer));
  }

  private static void nobodyIsLetIn(LiveServer server, String cut) throws Exception {
    assertThat(status(server, HttpRequest.newBuilder())).as("guest after %s", cut).isEqualTo(401);
    for (TokenDraft token : bad()) {
      assertThat(status(server, token)).as("token after %s", cut).isIn(401, 403);
    }
  }

  @Test
  void noCutOfTheLastIntegrationLetsInWhoWasRefused() throws Exception {
    String whole = Files.readString(file().and(INTEGRATIONS).write(folder));
    Path yaml = folder.resolve("token-server.yaml");
    List<String> lines = whole.lines().toList();
    try (LiveServer server = LiveServer.start(yaml)) {
      assertThat(status(server, good())).isEqualTo(200);
      nobodyIsLetIn(server, "the start");
      for (int end = lines.indexOf("  strict:") + 1; end < lines.size(); end++) {
        Files.writeString(yaml, String.join("\n", lines.subList(0, end)) + "\n");

        assertThat(server.reread()).as("before %s", lines.get(end)).isEqualTo(Outcome.FAILED);

        nobodyIsLetIn(server, lines.get(end - 1));
      }
      assertThat(status(server, good())).isEqualTo(200);
    }
  }

  @Test
  void whatWouldBeLostIsNamedWithoutSecretsAndWithWhatToDo(CapturedLogs logs) throws Exception {
    String whole = Files.readString(file().and(INTEGRATIONS).write(folder));
    Path yaml = folder.resolve("token-server.yaml");
    try (LiveServer server = LiveServer.start(yaml)) {
      Files.writeString(yaml, whole.substring(0, whole.indexOf("        type:")));

      server.reread();

      assertThat(logs.messages(Level.WARNING))
          .singleElement()
          .asString()
          .contains(
              "integrations.strict.identity.jwt.authorizedParties would protect less:"
                  + " it would be empty instead of shop; ",
              "integrations.strict.identity.jwt.scopes would protect less:"
                  + " it would be empty instead of tokens:write, tokens:read; ",
              "integrations.strict.identity.jwt.type would protect less:"
                  + " it would be empty instead of at+jwt")
          .endsWith(". Restart the server if that is meant.");
    }
  }

  @Test
  void whatWasRefusedOnceIsRefusedAgainAndTheWholeFileIsTaken() throws Exception {
    String whole = Files.readString(file().and(INTEGRATIONS).write(folder));
    Path yaml = folder.resolve("token-server.yaml");
    String cut = whole.substring(0, whole.indexOf("        scopes:"));
    try (LiveServer server = LiveServer.start(yaml)) {
      Files.writeString(yaml, cut);
      assertThat(server.reread()).isEqualTo(Outcome.FAILED);
      assertThat(server.reread()).isEqualTo(Outcome.FAILED);
      Files.writeString(yaml, whole.replace("configId: strict", "configId: another"));
      assertThat(server.reread()).isEqualTo(Outcome.RELOADED);
      Files.writeString(yaml, cut);

      assertThat(server.reread()).isEqualTo(Outcome.FAILED);
    }
  }

  @Test
  void anIntegrationThatIsGoneIsNamed(CapturedLogs logs) throws Exception {
    String whole = Files.readString(file().and(INTEGRATIONS).write(folder));
    Path yaml = folder.resolve("token-server.yaml");
    try (LiveServer server = LiveServer.start(yaml)) {
      Files.writeString(yaml, whole.substring(0, whole.indexOf("integrations:")));

      assertThat(server.reread()).isEqualTo(Outcome.RELOADED);

      assertThat(logs.messages(Level.WARNING))
          .contains("These integrations are served no longer: strict.");
      assertThat(status(server, good())).isEqualTo(404);
    }
  }

  @Test
  void whoComesBackAfterACutHasAllThatItHadBefore() throws Exception {
    String whole = Files.readString(file().and(INTEGRATIONS).write(folder));
    Path yaml = folder.resolve("token-server.yaml");
    int begin = whole.indexOf("integrations:");
    try (LiveServer server = LiveServer.start(yaml)) {
      Files.writeString(yaml, whole.substring(0, begin));
      assertThat(server.reread()).isEqualTo(Outcome.RELOADED);
      assertThat(server.reread()).isEqualTo(Outcome.RELOADED);
      Files.writeString(yaml, whole.substring(0, whole.indexOf("    identity:", begin)));

      assertThat(server.reread()).isEqualTo(Outcome.FAILED);

      assertThat(status(server, HttpRequest.newBuilder())).isEqualTo(404);
      Files.writeString(yaml, whole);
      assertThat(server.reread()).isEqualTo(Outcome.RELOADED);
      assertThat(status(server, good())).isEqualTo(200);
      nobodyIsLetIn(server, "coming back");
    }
  }
}
