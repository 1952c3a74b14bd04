package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.testing.CapturedLogs;
import io.axptoken.testing.Pem;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.logging.Level;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole server over TLS. */
class HttpsTest {
  @TempDir static Path folder;

  private static AxpSandbox sandbox;
  private static Pem.Identity identity;
  private static SSLContext trust;

  @BeforeAll
  static void start() throws Exception {
    sandbox = AxpSandbox.start();
    Pem pem = Pem.in(folder);
    Pem.Identity authority = pem.authority("Test CA");
    identity = pem.signedBy(authority, Pem.KeyType.EC_P256);
    trust = trusting(authority.certificate());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static SSLContext trusting(Path certificate) throws Exception {
    KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
    anchors.load(null, null);
    try (InputStream pem = Files.newInputStream(certificate)) {
      anchors.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(anchors);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static TestServer server() {
    return TestServer.start(
        sandbox,
        s ->
            s.https(identity.certificate(), identity.key()).allowedOrigins("https://shop.example"));
  }

  private static HttpRequest.Builder tokenRequest(TestServer server, String body) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/token"))
        .header("content-type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpClient.Version version, HttpRequest.Builder request)
      throws Exception {
    try (HttpClient http = HttpClient.newBuilder().sslContext(trust).version(version).build()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = HttpClient.Version.class,
      names = {"HTTP_1_1", "HTTP_2"})
  void tokensAreIssuedOverBothVersions(HttpClient.Version version) throws Exception {
    try (TestServer server = server()) {
      HttpResponse<String> answer = send(version, tokenRequest(server, "{\"userId\":\"u1\"}"));

      assertThat(answer.version()).isEqualTo(version);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(new JsonObject(answer.body()).getString("jwtToken")).startsWith("jwt.");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = HttpClient.Version.class,
      names = {"HTTP_1_1", "HTTP_2"})
  void errorsAreToldOverBothVersions(HttpClient.Version version) throws Exception {
    try (TestServer server = server()) {
      ProblemAnswer.of(send(version, tokenRequest(server, "{")), 400, "malformed-json");
      ProblemAnswer.of(
          send(version, tokenRequest(server, "x".repeat(100_000))), 413, "payload-too-large");
      ProblemAnswer.of(
          send(version, tokenRequest(server, "{}").header("origin", "https://evil.example")),
          403,
          "origin-not-allowed");
      ProblemAnswer.of(
          send(version, tokenRequest(server, "{}").expectContinue(true)),
          400,
          "constraint-violation");
    }
  }

  @Test
  void aPageOfTheServerItselfIsServed() throws Exception {
    try (TestServer server = server()) {
      String own = "https://localhost:" + server.port();
      for (HttpClient.Version version :
          new HttpClient.Version[] {HttpClient.Version.HTTP_1_1, HttpClient.Version.HTTP_2}) {
        var request = tokenRequest(server, "{\"userId\":\"u1\"}").header("origin", own);
        assertThat(send(version, request).statusCode()).isEqualTo(200);
      }
      var plain =
          tokenRequest(server, "{\"userId\":\"u1\"}")
              .header("origin", "http://localhost:" + server.port());
      assertThat(send(HttpClient.Version.HTTP_2, plain).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void theStartIsToldInOneLine(CapturedLogs logs) {
    try (TestServer server = server()) {
      assertThat(logs.messages(Level.INFO))
          .contains("[HTTPS] AXP token server listening on port " + server.port());
    }
  }

  @Test
  void plainHttpIsNotSpokenOnTheSamePort() {
    try (TestServer server = server()) {
      assertThatThrownBy(() -> server.get("/config")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void pathsOfKeysAloneDoNotSwitchHttpsOn() throws Exception {
    try (TestServer server =
        TestServer.start(
            sandbox, s -> s.https(identity.certificate(), identity.key()).ssl(false))) {
      assertThat(server.get("/config").statusCode()).isEqualTo(200);
    }
  }
}
