package io.axptoken.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.server.fixture.ConfiguredServer;
import io.axptoken.server.fixture.LiveFile;
import io.axptoken.server.fixture.LiveServer;
import io.axptoken.server.fixture.TokenLoad;
import io.axptoken.service.reload.Reloader.Outcome;
import io.axptoken.testing.CapturedLogs;
import io.axptoken.testing.Pem;
import io.axptoken.testing.TlsContexts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.logging.Level;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server's own certificate changes while it serves. */
class TlsReloadTest {
  @TempDir static Path made = Path.of("");

  private static AxpSandbox sandbox;
  private static SSLContext trust;
  private static Pem.Identity first;
  private static Pem.Identity second;

  @TempDir Path folder = Path.of("");

  @BeforeAll
  static void start() throws Exception {
    sandbox = AxpSandbox.start();
    ConfiguredServer.awaitKeyOf(sandbox);
    Pem pem = Pem.in(made);
    Pem.Identity authority = pem.authority("Test CA");
    trust = TlsContexts.trusting(authority.certificate());
    first = pem.signedBy(authority, Pem.KeyType.EC_P256);
    second = pem.signedBy(authority, Pem.KeyType.RSA);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void putFiles() throws Exception {
    Files.copy(first.certificate(), folder.resolve("tls.crt"));
    Files.copy(first.key(), folder.resolve("tls.key"));
  }

  private LiveServer server() throws Exception {
    Path yaml =
        LiveFile.of(sandbox)
            .server("ssl: true", "sslCertificatePath: tls.crt", "sslPrivateKeyPath: tls.key")
            .write(folder);
    return LiveServer.start(yaml).settled();
  }

  private void put(Path source, String name) throws Exception {
    Path next = Files.copy(source, folder.resolve("next"), StandardCopyOption.REPLACE_EXISTING);
    Files.move(next, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static HttpClient client(Version version) {
    return HttpClient.newBuilder().sslContext(trust).version(version).build();
  }

  private static HttpResponse<String> config(HttpClient client, LiveServer server)
      throws Exception {
    URI uri = URI.create("https://localhost:" + server.port() + "/config");
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  /** What a client that connects now is shown: EC is the first certificate, RSA the second. */
  private static String shown(LiveServer server) throws Exception {
    try (HttpClient fresh = client(Version.HTTP_1_1)) {
      var session = config(fresh, server).sslSession().orElseThrow();
      return ((X509Certificate) session.getPeerCertificates()[0]).getPublicKey().getAlgorithm();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Version.class,
      names = {"HTTP_1_1", "HTTP_2"})
  void newConnectionsSeeTheNewOneAndOldOnesLiveOnUnderLoad(Version version) throws Exception {
    try (LiveServer server = server();
        HttpClient kept = client(version);
        HttpClient loaded = client(version)) {
      String connection = config(kept, server).connectionLabel().orElseThrow();
      URI token = URI.create("https://localhost:" + server.port() + "/token");
      try (TokenLoad load = TokenLoad.begin(loaded, token, 4)) {
        load.awaitMore(20);
        assertThat(shown(server)).isEqualTo("EC");

        put(second.certificate(), "tls.crt");
        put(second.key(), "tls.key");
        assertThat(server.lookTwice()).isEqualTo(Outcome.RELOADED);

        assertThat(shown(server)).isEqualTo("RSA");
        assertThat(config(kept, server).connectionLabel()).contains(connection);
        load.awaitMore(20);
        load.endWithoutFailure();
      }
    }
  }

  @Test
  void halfOfAChangeWaitsForTheOther(CapturedLogs logs) throws Exception {
    try (LiveServer server = server()) {
      put(second.certificate(), "tls.crt");
      assertThat(server.lookTwice()).isEqualTo(Outcome.WAITING);
      assertThat(shown(server)).isEqualTo("EC");
      assertThat(logs.messages(Level.WARNING)).isEmpty();

      put(second.key(), "tls.key");
      assertThat(server.lookTwice()).isEqualTo(Outcome.RELOADED);
      assertThat(shown(server)).isEqualTo("RSA");
      assertThat(logs.messages(Level.INFO))
          .anyMatch(line -> line.startsWith("Reloaded: new connections are shown the certificate"));
    }
  }

  @Test
  void aKeyThatNeverFitsIsToldOnceAndTheLastGoodOneServes(CapturedLogs logs) throws Exception {
    try (LiveServer server = server()) {
      put(second.certificate(), "tls.crt");
      assertThat(server.lookTwice()).isEqualTo(Outcome.WAITING);
      assertThat(server.look()).isEqualTo(Outcome.FAILED);
      assertThat(server.look()).isEqualTo(Outcome.UNCHANGED);

      assertThat(shown(server)).isEqualTo("EC");
      assertThat(logs.messages(Level.WARNING))
          .singleElement()
          .asString()
          .startsWith("Not reloaded, what was in force stays so: Private key file ")
          .contains("does not belong to the certificate in ");

      assertThat(server.metrics()).contains("axp_reload_total{outcome=\"failure\",what=\"tls\"} 1");

      put(first.certificate(), "tls.crt");
      assertThat(server.lookTwice()).isEqualTo(Outcome.RELOADED);
      assertThat(shown(server)).isEqualTo("EC");
    }
  }

  @Test
  void whatIsExpiredCutOffEmptyOrGoneChangesNothing() throws Exception {
    Path expired = folder.resolve("expired.crt");
    Path request = folder.resolve("request.csr");
    Pem pem = Pem.in(folder);
    pem.openssl("req", "-new", "-key", first.key(), "-subj", "/CN=localhost", "-out", request);
    pem.openssl(
        "x509", "-req", "-in", request, "-signkey", first.key(), "-days", "-1", "-out", expired);
    String whole = Files.readString(first.certificate());
    Path half = Files.writeString(folder.resolve("half.crt"), whole.substring(0, 300));
    Path empty = Files.writeString(folder.resolve("empty.crt"), "");
    try (LiveServer server = server()) {
      for (Path faulty : new Path[] {expired, half, empty}) {
        put(faulty, "tls.crt");
        assertThat(server.lookTwice()).isEqualTo(Outcome.WAITING);
        assertThat(server.look()).isEqualTo(Outcome.FAILED);
        assertThat(shown(server)).isEqualTo("EC");
      }
      Files.delete(folder.resolve("tls.crt"));
      assertThat(server.lookTwice()).isEqualTo(Outcome.WAITING);
      assertThat(shown(server)).isEqualTo("EC");
    }
  }
}
