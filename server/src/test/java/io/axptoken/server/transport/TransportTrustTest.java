package io.axptoken.server.transport;

import static io.axptoken.server.transport.Calls.answer;
import static io.axptoken.server.transport.Calls.done;
import static io.axptoken.server.transport.Calls.failure;
import static io.axptoken.server.transport.Calls.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.service.config.Secret;
import io.axptoken.service.tls.KeyMaterial;
import io.axptoken.service.tls.TlsOptions;
import io.axptoken.service.tls.TrustAnchors;
import io.axptoken.testing.Pem;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerConfig;
import io.vertx.core.net.TrustOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransportTrustTest {
  @TempDir Path folder;
  private Vertx vertx;
  private Pem pem;
  private Pem.Identity authority;

  @BeforeEach
  void setUp() {
    vertx = Vertx.vertx();
    pem = Pem.in(folder);
    authority = pem.authority("Test Authority");
  }

  @AfterEach
  void tearDown() {
    done(vertx.close().toCompletionStage().toCompletableFuture());
  }

  @Test
  void aPlatformOfATrustedAuthorityIsTrusted() {
    URI uri = serve(pem.signedBy(authority, Pem.KeyType.RSA), "localhost");
    try (var transport = transport(TrustAnchors.load(authority.certificate()))) {
      assertThat(answer(transport, uri).status()).isEqualTo(200);
    }
  }

  @Test
  void anAddressInTheCertificateWillDoForAHostName() {
    URI uri = serve(pem.signedBy(authority, Pem.KeyType.EC_P256), "127.0.0.1");
    try (var transport = transport(TrustAnchors.load(authority.certificate()))) {
      assertThat(answer(transport, uri).status()).isEqualTo(200);
    }
  }

  @Test
  void anUnknownAuthorityIsNotTrusted() {
    URI uri = serve(pem.signedBy(authority, Pem.KeyType.RSA), "localhost");
    try (var transport = transport(null)) {
      assertThat(failure(transport, request(uri))).isEqualTo(Reason.TLS_FAILED);
    }
    Pem.Identity other = pem.authority("Other Authority");
    try (var transport = transport(TrustAnchors.load(other.certificate()))) {
      assertThat(failure(transport, request(uri))).isEqualTo(Reason.TLS_FAILED);
    }
  }

  @Test
  void aCertificateForAnotherHostIsNotTrusted() {
    URI uri = serve(pem.signedForOtherHost(authority, Pem.KeyType.RSA), "localhost");
    try (var transport = transport(TrustAnchors.load(authority.certificate()))) {
      assertThat(failure(transport, request(uri))).isEqualTo(Reason.TLS_FAILED);
    }
  }

  @Test
  void aServerThatDoesNotSpeakTlsFailsTheHandshake() {
    try (var server = RawServer.start(peer -> peer.send("HTTP/1.1 400 Bad\r\n\r\n"));
        var transport = transport(null)) {
      URI uri = URI.create("https://localhost:" + server.port() + "/");
      assertThat(failure(transport, request(uri))).isEqualTo(Reason.TLS_FAILED);
    }
  }

  @Test
  void aHandshakeThatStallsTimesOutAndLeavesNoConnection() throws Exception {
    try (var server = RawServer.start(Script.stall());
        var transport = transport(null)) {
      URI uri = URI.create("https://localhost:" + server.port() + "/");
      assertThat(failure(transport, request(uri, Duration.ofMillis(300))))
          .isEqualTo(Reason.TIMED_OUT);
      server.awaitOpenConnections(0);
    }
  }

  private VertxTransport transport(@Nullable TrustOptions trust) {
    return new VertxTransport(vertx, trust);
  }

  private URI serve(Pem.Identity identity, String host) {
    KeyMaterial material =
        KeyMaterial.load(identity.certificate(), identity.key(), Secret.of(""), Clock.systemUTC());
    HttpServer server =
        vertx
            .createHttpServer(
                new HttpServerConfig().setTcpHost("127.0.0.1").setTcpPort(0),
                TlsOptions.server(material))
            .requestHandler(request -> request.response().end("{}"));
    done(server.listen().toCompletionStage().toCompletableFuture());
    return URI.create("https://" + host + ":" + server.actualPort() + "/");
  }
}
