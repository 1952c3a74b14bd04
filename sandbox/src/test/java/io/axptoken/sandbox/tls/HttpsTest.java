package io.axptoken.sandbox.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.SandboxOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsTest {
  @TempDir private static Path folder;

  private static AxpSandbox sandbox;
  private static HttpClient client;

  @BeforeAll
  static void start() throws Exception {
    sandbox = start(HttpsOptions.defaults().withCaFile(folder.resolve("ca.pem")));
    client = clientTrusting(sandbox.authorityCertificate().orElseThrow());
  }

  @AfterAll
  static void stop() {
    client.close();
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost"})
  void whoTrustsTheAuthorityIsServedUnderTheNamesOfThisMachine(String name) throws Exception {
    HttpResponse<String> answer = get(client, at(name, "/.well-known/jwks.json"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
  }

  @Test
  void whoDoesNotTrustItGetsNoConnection() {
    try (HttpClient wary = HttpClient.newHttpClient()) {
      assertThatThrownBy(() -> get(wary, at("localhost", "/sandbox")))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void theAuthorityIsWrittenToAFileAndServedTheSame() throws Exception {
    String served = get(client, sandbox.baseUri().resolve("/sandbox/ca.pem")).body();

    assertThat(Files.readString(folder.resolve("ca.pem")))
        .isEqualTo(served)
        .isEqualTo(sandbox.authorityCertificate().orElseThrow())
        .doesNotContain("PRIVATE");
  }

  @Test
  void theCertificateIsGoodForFurtherNamesAndTheAuthorityForNoOthers() throws Exception {
    SandboxCertificate made =
        SandboxCertificate.issue(
            List.of("chat.example", "192.0.2.7", "*.dev.example"), Instant.now());
    X509Certificate certificate = certificate(made.certificate());

    assertThat(certificate.getSubjectAlternativeNames())
        .extracting(each -> String.valueOf(each.get(1)))
        .containsExactly(
            "localhost",
            "127.0.0.1",
            "0:0:0:0:0:0:0:1",
            "chat.example",
            "192.0.2.7",
            "*.dev.example");
    assertThat(certificate(made.authority()).getCriticalExtensionOIDs()).contains("2.5.29.30");
    certificate.verify(certificate(made.authority()).getPublicKey());
  }

  @Test
  void eachCertificateHasAnAuthorityOfItsOwn() {
    Instant now = Instant.now();

    assertThat(SandboxCertificate.issue(List.of(), now).authority())
        .isNotEqualTo(SandboxCertificate.issue(List.of(), now).authority());
  }

  @Test
  void withoutHttpsThereIsNoAuthority() throws Exception {
    try (AxpSandbox plain = AxpSandbox.start()) {
      assertThat(plain.httpsUri()).isEmpty();
      assertThat(get(client, plain.baseUri().resolve("/sandbox/ca.pem")).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void aPageOfTheSandboxesOwnMaySteerOverHttps() throws Exception {
    URI uri = at("localhost", "/sandbox");
    String own = "https://localhost:" + uri.getPort();

    assertThat(client.send(from(uri, own), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    assertThat(
            client
                .send(from(uri, own.replace("https", "http")), BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void aFileThatCannotBeWrittenIsToldAndNothingListensOn() {
    Path file = folder.resolve("no/such/folder/ca.pem");

    assertThatThrownBy(() -> start(HttpsOptions.defaults().withCaFile(file)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot write " + file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "-a", "a/b", "https://a", "*", "a.*.b"})
  void whatIsNoNameIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpsOptions.defaults().withNames(List.of(name)));
  }

  private static AxpSandbox start(HttpsOptions https) {
    return AxpSandbox.start(SandboxOptions.defaults().withHttps(https));
  }

  private static URI at(String name, String path) {
    int port = sandbox.httpsUri().orElseThrow().getPort();
    return URI.create("https://" + name + ":" + port + path);
  }

  private static HttpRequest from(URI uri, String origin) {
    return HttpRequest.newBuilder(uri).header("Origin", origin).build();
  }

  private static HttpResponse<String> get(HttpClient client, URI uri)
      throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static HttpClient clientTrusting(String pem)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("authority", certificate(pem));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private static X509Certificate certificate(String pem) throws GeneralSecurityException {
    InputStream text = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(text);
  }
}
