package io.axptoken.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.Secret;
import io.axptoken.client.transport.HttpProxy;
import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.testing.CapturedLogs;
import io.axptoken.testing.Conversation;
import io.axptoken.testing.Pem;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.RefusedPort;
import io.axptoken.testing.Script;
import io.axptoken.testing.TlsContexts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every transport must do with an HTTP proxy between itself and the platform. */
public abstract class ProxyContract {
  private static final String USER = "proxy-user";
  private static final String PASSWORD = "s3cr3t-of-the-proxy";
  /* The Basic credentials of the two. */
  private static final String AUTHORIZATION = "Basic cHJveHktdXNlcjpzM2NyM3Qtb2YtdGhlLXByb3h5";
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final String HANG = "/hang";
  private static final String OK = "{\"ok\":true}";

  @TempDir private static Path folder;
  private static Path authority;
  private static RawServer platform;

  /** For the suites of the transports to extend. */
  protected ProxyContract() {}

  /** A transport that trusts this authority and goes by way of the proxy. */
  protected abstract Transport newTransport(Path trusted, HttpProxy proxy) throws Exception;

  @BeforeAll
  static void startPlatform() throws Exception {
    Pem pem = Pem.in(folder);
    Pem.Identity root = pem.authority("Test authority");
    authority = root.certificate();
    SSLContext tls = TlsContexts.serving(pem, pem.signedBy(root, Pem.KeyType.EC_P256));
    platform =
        RawServer.start(tls.getServerSocketFactory().createServerSocket(0), ProxyContract::answer);
  }

  private static void answer(Conversation peer) throws IOException {
    while (!peer.request().startsWith("POST " + HANG)) {
      peer.send(Conversation.answer(200, OK));
    }
    peer.stall();
  }

  @AfterAll
  static void stopPlatform() {
    platform.close();
  }

  @Test
  void aCallOverTlsGoesThroughATunnelOfTheProxy() throws Exception {
    try (RawServer proxy = RawServer.start(Script.tunnel());
        Transport transport = through(proxy)) {
      assertThat(Outcome.of(post(transport, platform.uri("/"))).status()).isEqualTo(200);

      assertThat(proxy.requests())
          .singleElement()
          .asString()
          .startsWith("CONNECT localhost:" + platform.port() + " HTTP/1.1\r\n")
          .doesNotContainIgnoringCase("authorization");
    }
  }

  @Test
  void theTunnelIsKeptAndUsedAgain() throws Exception {
    try (RawServer proxy = RawServer.start(Script.tunnel());
        Transport transport = through(proxy)) {
      for (int i = 0; i < 5; i++) {
        Outcome.of(post(transport, platform.uri("/")));
      }
      assertThat(proxy.connections()).isEqualTo(1);
    }
  }

  @Test
  void plainHttpToThisMachineDoesNotUseTheProxy() throws Exception {
    try (RawServer proxy = RawServer.start(Script.tunnel());
        RawServer plain = RawServer.start(Script.answer(200, OK));
        Transport transport = through(proxy)) {
      assertThat(Outcome.of(post(transport, plain.uri("/"))).status()).isEqualTo(200);
      assertThat(proxy.connections()).isZero();
    }
  }

  @Test
  void theProxyAloneSeesItsCredentials() throws Exception {
    int before = platform.requests().size();
    try (RawServer proxy = RawServer.start(Script.tunnel());
        Transport transport = newTransport(authority, withCredentials(proxy))) {
      assertThat(Outcome.of(post(transport, platform.uri("/"))).status()).isEqualTo(200);

      assertThat(proxy.requests())
          .singleElement()
          .asString()
          .containsIgnoringCase("\r\nproxy-authorization: " + AUTHORIZATION + "\r\n");
      assertThat(platform.requests().get(before)).doesNotContainIgnoringCase("proxy-auth");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "407, PROXY_REJECTED_CREDENTIALS",
    "403, PROXY_REFUSED",
    "405, PROXY_REFUSED",
    "302, PROXY_REFUSED",
    "502, PROXY_FAILED",
    "503, PROXY_FAILED",
    "504, PROXY_FAILED"
  })
  void aProxyThatMakesNoTunnelIsToldApartFromThePlatform(int status, Reason reason)
      throws Exception {
    String answer =
        "HTTP/1.1 %d No\r\nproxy-authenticate: Basic realm=\"x\"\r\ncontent-length: 2\r\n\r\nno"
            .formatted(status);
    try (RawServer proxy = RawServer.start(Script.sendThenClose(answer));
        Transport transport = newTransport(authority, withCredentials(proxy))) {
      assertFails(reason, post(transport, platform.uri("/")));
      proxy.awaitOpenConnections(0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proxy-authenticate: NTLM\\r\\nproxy-authenticate: Negotiate|NTLM, Negotiate",
        "Proxy-Authenticate: Negotiate, NTLM TlRMTVNTUAAB=|Negotiate, NTLM",
        "proxy-authenticate: Digest realm=\"x\", nonce=\"s3cr3t\"|Digest"
      })
  void aProxyThatDoesNotSpeakBasicIsToldWithWhatItOffers(String headers, String offered)
      throws Exception {
    String answer =
        "HTTP/1.1 407 No\r\n%s\r\ncontent-length: 2\r\n\r\nno"
            .formatted(headers.replace("\\r\\n", "\r\n"));
    try (RawServer proxy = RawServer.start(Script.sendThenClose(answer));
        Transport transport = newTransport(authority, withCredentials(proxy))) {
      assertThat(Outcome.errorOf(post(transport, platform.uri("/"))))
          .isInstanceOfSatisfying(
              TransportException.class,
              failure -> {
                assertThat(failure.reason()).isEqualTo(Reason.PROXY_WITHOUT_BASIC);
                assertThat(failure.offered()).isEqualTo(offered);
              });
    }
  }

  @Test
  void aProxyThatIsDownIsCalledSo() throws Exception {
    try (RefusedPort port = RawServer.refusing();
        Transport transport = newTransport(authority, new HttpProxy("127.0.0.1", port.port()))) {
      assertFails(Reason.PROXY_UNREACHABLE, post(transport, platform.uri("/")));
    }
  }

  @Test
  void aProxyWhoseNameHasNoAddressIsCalledSo() throws Exception {
    HttpProxy nowhere = new HttpProxy("no-such-proxy.invalid", 3128);
    try (Transport transport = newTransport(authority, nowhere)) {
      assertFails(Reason.PROXY_UNREACHABLE, post(transport, platform.uri("/")));
    }
  }

  @Test
  void aProxyThatHangsUpIsCalledSo() throws Exception {
    try (RawServer proxy = RawServer.start(Script.hangUp());
        Transport transport = through(proxy)) {
      assertFails(Reason.PROXY_UNREACHABLE, post(transport, platform.uri("/")));
    }
  }

  @Test
  void aProxyThatHangsIsCalledSoAndLeavesNoConnection() throws Exception {
    try (RawServer proxy = RawServer.start(Script.stall());
        Transport transport = through(proxy)) {
      assertFails(
          Reason.PROXY_TIMED_OUT,
          transport.send(TransportFixture.request(platform.uri("/"), Duration.ofMillis(300))));
      proxy.awaitOpenConnections(0);
    }
  }

  @Test
  void aPlatformThatHangsBehindTheProxyIsNotTheProxysFault() throws Exception {
    try (RawServer proxy = RawServer.start(Script.tunnel());
        Transport transport = through(proxy)) {
      assertFails(
          Reason.TIMED_OUT,
          transport.send(TransportFixture.request(platform.uri(HANG), Duration.ofSeconds(1))));
      proxy.awaitOpenConnections(0);
    }
  }

  @Test
  void whatAProxyAnswersIsNotTakenForThePlatforms() throws Exception {
    String junk = "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
    try (RawServer proxy = RawServer.start(Script.sendThenClose(junk));
        Transport transport = through(proxy)) {
      assertThat(Outcome.errorOf(post(transport, platform.uri("/"))))
          .isInstanceOf(TransportException.class);
    }
  }

  @Test
  void theCredentialsStandInNoFailureAndNoLog(CapturedLogs logs) throws Exception {
    try (RawServer proxy =
            RawServer.start(Script.sendThenClose("HTTP/1.1 407 No\r\ncontent-length: 0\r\n\r\n"));
        Transport transport = newTransport(authority, withCredentials(proxy))) {
      Throwable error = Outcome.errorOf(post(transport, platform.uri("/")));

      for (Throwable cause = error; cause != null; cause = cause.getCause()) {
        assertThat(cause.toString()).doesNotContain("s3cr3t", USER, AUTHORIZATION.substring(6));
      }
      assertThat(logs.text()).doesNotContain(USER, AUTHORIZATION.substring(6));
    }
  }

  private Transport through(RawServer proxy) throws Exception {
    return newTransport(authority, new HttpProxy("127.0.0.1", proxy.port()));
  }

  private static HttpProxy withCredentials(RawServer proxy) {
    return new HttpProxy("localhost", proxy.port(), USER, Secret.of(PASSWORD));
  }

  private static CompletionStage<TransportAnswer> post(Transport transport, URI uri) {
    return transport.send(TransportFixture.request(uri, LONG));
  }

  private static void assertFails(Reason reason, CompletionStage<TransportAnswer> call) {
    TransportFixture.assertFails(reason, call);
  }
}
