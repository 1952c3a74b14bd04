package io.axptoken.service.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.config.Secret;
import io.axptoken.testing.Pem;
import io.axptoken.testing.Pem.KeyType;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsProtocolTest {
  @TempDir Path folder;
  private Vertx vertx;
  private Pem pem;

  @BeforeEach
  void setUp() {
    vertx = Vertx.vertx();
    pem = Pem.in(folder);
  }

  @AfterEach
  void tearDown() {
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  @ParameterizedTest
  @EnumSource(names = {"RSA", "EC_P256", "ED25519"})
  void bothModernVersionsAreSpokenWithEachKindOfKey(KeyType type) {
    Pem.Identity identity = pem.selfSigned(type);
    try (var server = serve(identity)) {
      for (String version : List.of("1_2", "1_3")) {
        assertThat(handshake(server, identity, "-tls" + version))
            .contains("Verify return code: 0 (ok)", "TLSv" + version.replace('_', '.'));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1", "-tls1_1"})
  void theOldVersionsAreRefused(String version) {
    Pem.Identity identity = pem.selfSigned(KeyType.RSA);
    try (var server = serve(identity)) {
      assertThat(handshake(server, identity, version, "-cipher", "ALL@SECLEVEL=0"))
          .contains("alert protocol version", "Cipher is (NONE)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AES128-GCM-SHA256", "ECDHE-RSA-AES128-SHA256", "DHE-RSA-AES128-SHA"})
  void weakCipherSuitesOfTls12AreRefused(String cipher) {
    Pem.Identity identity = pem.selfSigned(KeyType.RSA);
    try (var server = serve(identity)) {
      assertThat(handshake(server, identity, "-tls1_2", "-cipher", cipher))
          .contains("alert handshake failure", "Cipher is (NONE)");
    }
  }

  @ParameterizedTest
  @CsvSource({"'h2,http/1.1', h2", "'http/1.1', http/1.1", "'http/1.1,h2', h2"})
  void theApplicationProtocolIsNegotiated(String offered, String chosen) {
    Pem.Identity identity = pem.selfSigned(KeyType.EC_P256);
    try (var server = serve(identity)) {
      assertThat(handshake(server, identity, "-alpn", offered))
          .contains("ALPN protocol: " + chosen);
    }
  }

  @Test
  void theWholeChainIsSent() {
    Pem.Identity root = pem.authority("Root");
    Pem.Identity middle = pem.intermediate(root, "Middle");
    Pem.Identity leaf = pem.signedBy(middle, KeyType.EC_P256);
    Path chain = pem.concat(middle.certificate(), leaf.certificate());
    try (var server = serve(new Pem.Identity(chain, leaf.key()))) {
      assertThat(handshake(server, root, "-showcerts"))
          .contains("Verify return code: 0 (ok)", "0 s:CN = localhost", "1 s:CN = Middle");
    }
  }

  @Test
  void aClientWithoutAlpnSpeaksHttp11() throws Exception {
    Pem.Identity identity = pem.selfSigned(KeyType.RSA);
    try (var server = serve(identity);
        var socket =
            (SSLSocket)
                TlsServer.trusting(identity.certificate())
                    .getSocketFactory()
                    .createSocket("localhost", server.port())) {
      socket.startHandshake();
      assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().readAllBytes()).asString().endsWith("hello");
    }
  }

  private TlsServer serve(Pem.Identity identity) {
    return TlsServer.start(
        vertx,
        KeyMaterial.load(identity.certificate(), identity.key(), Secret.of(""), Clock.systemUTC()));
  }

  private String handshake(TlsServer server, Pem.Identity trusted, String... options) {
    Object[] fixed = {
      "s_client",
      "-connect",
      "127.0.0.1:" + server.port(),
      "-servername",
      "localhost",
      "-verify_hostname",
      "localhost",
      "-CAfile",
      trusted.certificate()
    };
    return pem.tryOpenssl(Stream.of(fixed, options).flatMap(Stream::of).toArray());
  }
}
