package io.axptoken.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.server.fixture.ConfiguredServer;
import io.axptoken.server.fixture.LiveFile;
import io.axptoken.server.fixture.LiveServer;
import io.axptoken.service.reload.Reloader.Outcome;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys that sign bearer tokens change while the server runs. */
class KeyReloadTest {
  private static AxpSandbox sandbox;

  @TempDir Path folder = Path.of("");

  private KeyPair first;
  private KeyPair second;

  @BeforeAll
  static void start() {
    sandbox = AxpSandbox.start();
    ConfiguredServer.awaitKeyOf(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void makeKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    first = generator.generateKeyPair();
    second = generator.generateKeyPair();
    Files.writeString(folder.resolve("keys.pem"), pem(first));
  }

  private static String pem(KeyPair pair) {
    String base64 = Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }

  private LiveServer server() throws Exception {
    String identity =
        "identity: { modes: [jwt], jwt: { issuer: backend, audience: [tokens],"
            + " algorithms: [EdDSA], publicKeyPaths: [keys.pem] } }\n";
    return LiveServer.start(LiveFile.of(sandbox).and(identity).write(folder)).settled();
  }

  private static String signed(KeyPair pair) {
    return sandbox
        .identityProvider()
        .tokenFor("user-3")
        .claim("iss", "backend")
        .claim("aud", "tokens")
        .without("scope")
        .signedBy(pair.getPrivate(), "EdDSA")
        .sign();
  }

  private static int status(LiveServer server, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/token"))
            .header("authorization", "Bearer " + token)
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString()).statusCode();
    }
  }

  @Test
  void aKeyThatIsAddedIsBelievedAndOneThatIsWithdrawnIsNotHoweverOftenItWas() throws Exception {
    String old = signed(first);
    try (LiveServer server = server()) {
      assertThat(status(server, old)).isEqualTo(200);
      assertThat(status(server, signed(second))).isEqualTo(401);

      LiveServer.replace(folder.resolve("keys.pem"), pem(first) + pem(second));
      assertThat(server.lookTwice()).isEqualTo(Outcome.RELOADED);
      assertThat(status(server, old)).isEqualTo(200);
      assertThat(status(server, signed(second))).isEqualTo(200);

      LiveServer.replace(folder.resolve("keys.pem"), pem(second));
      assertThat(server.lookTwice()).isEqualTo(Outcome.RELOADED);
      assertThat(status(server, old)).isEqualTo(401);
      assertThat(status(server, signed(second))).isEqualTo(200);
    }
  }

  @Test
  void aFileWithoutAKeyChangesNothing() throws Exception {
    try (LiveServer server = server()) {
      LiveServer.replace(folder.resolve("keys.pem"), "nothing\n");
      assertThat(server.lookTwice()).isEqualTo(Outcome.WAITING);
      assertThat(server.look()).isEqualTo(Outcome.FAILED);

      assertThat(status(server, signed(first))).isEqualTo(200);
      assertThat(server.metrics())
          .contains("axp_reload_total{outcome=\"failure\",what=\"trust\"} 1");
    }
  }
}
