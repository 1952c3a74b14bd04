package io.axptoken.client.transport;

import static io.axptoken.client.contract.Outcome.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.contract.Outcome;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.testing.Pem;
import io.axptoken.testing.Pem.KeyType;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import io.axptoken.testing.TlsContexts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTlsTest {
  @TempDir private Path folder;
  private Pem pem;
  private Pem.Identity authority;

  @BeforeEach
  void makeAuthority() {
    pem = Pem.in(folder);
    authority = pem.authority("Test authority");
  }

  @Test
  void aPlatformWhoseAuthorityIsTrustedIsCalled() throws Exception {
    Pem.Identity identity = pem.signedBy(authority, KeyType.EC_P256);
    try (RawServer server = serving(identity);
        Transport transport = new JdkTransport(Duration.ofSeconds(5), trusting(authority))) {
      assertThat(Outcome.of(post(transport, server)).status()).isEqualTo(200);
    }
  }

  @Test
  void aPlatformThatTheJdkDoesNotTrustIsNotCalled() throws Exception {
    Pem.Identity identity = pem.signedBy(authority, KeyType.EC_P256);
    try (RawServer server = serving(identity);
        Transport transport = new JdkTransport(Duration.ofSeconds(5))) {
      assertTlsFails(post(transport, server));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aCertificateForAnotherHostIsNotBelieved() throws Exception {
    Pem.Identity identity = pem.signedForOtherHost(authority, KeyType.EC_P256);
    try (RawServer server = serving(identity);
        Transport transport = new JdkTransport(Duration.ofSeconds(5), trusting(authority))) {
      assertTlsFails(post(transport, server));
    }
  }

  @Test
  void aServerThatDoesNotSpeakTlsIsNotCalled() {
    Script plain =
        peer -> {
          peer.send("HTTP/1.1 400 Bad Request\r\n\r\n");
          peer.stall();
        };
    try (RawServer server = RawServer.start(plain);
        Transport transport = new JdkTransport(Duration.ofSeconds(5))) {
      TransportRequest request = request("https://localhost:" + server.port());
      /* Which one depends on whether the client still had something to write. */
      assertThat(reasonOf(transport.send(request))).isIn(Reason.TLS_FAILED, Reason.BROKEN);
    }
  }

  private static void assertTlsFails(CompletionStage<TransportAnswer> call) {
    assertThat(reasonOf(call)).isEqualTo(Reason.TLS_FAILED);
  }

  private static Reason reasonOf(CompletionStage<TransportAnswer> call) {
    return ((TransportException) errorOf(call)).reason();
  }

  private static CompletionStage<TransportAnswer> post(Transport transport, RawServer server) {
    return transport.send(request(server.uri("/").toString()));
  }

  private static TransportRequest request(String uri) {
    return new TransportRequest(URI.create(uri), Map.of(), new byte[0], Duration.ofSeconds(20));
  }

  private RawServer serving(Pem.Identity identity) throws Exception {
    SSLContext tls = TlsContexts.serving(pem, identity);
    return RawServer.start(
        tls.getServerSocketFactory().createServerSocket(0), Script.answer(200, "{}"));
  }

  private static SSLContext trusting(Pem.Identity anchor) throws Exception {
    return TlsContexts.trusting(anchor.certificate());
  }
}
