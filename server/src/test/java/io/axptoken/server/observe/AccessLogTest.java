package io.axptoken.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.TestSettings;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.config.AuditSettings.Addresses;
import io.axptoken.service.config.Secret;
import io.axptoken.testing.CapturedLogs;
import io.axptoken.testing.Pem;
import io.axptoken.testing.TlsContexts;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The access log has a line for each request, in which callers cannot write. */
class AccessLogTest {
  private static final String USER = "{\"userId\":\"cust0mer-1\"}";
  private static final String LINE =
      "method=([A-Z]+|\\[unknown]) path=(/[a-zA-Z0-9/{}]*|\\[unknown]) status=\\d{3} bytes=\\d+"
          + " ns=\\d+ request=[A-Za-z0-9._-]{1,64}( integration=[a-z]+)?"
          + "( address=[0-9a-f.:/]+)? http=[12](\\.[01])?";

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.with(s -> s.accessLog().audit(addresses(Addresses.FULL)));

  private static AuditSettings addresses(Addresses shown) {
    return new AuditSettings(false, shown, Secret.of(""));
  }

  /** The only line so far, checked for its form. */
  private static String line(CapturedLogs logs) {
    List<String> lines =
        logs.records().stream()
            .filter(AccessLogTest::isAccess)
            .map(entry -> String.valueOf(entry.getParameters()[0]))
            .toList();
    assertThat(lines).hasSize(1).allMatch(line -> line.matches(LINE), "well formed");
    return lines.getFirst();
  }

  private static boolean isAccess(LogRecord entry) {
    return entry.getLoggerName().equals("access");
  }

  private static String answer(String... head) throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      return client.send(RawClient.head(head)).answer();
    }
  }

  @Test
  void aTokenIsALineWithoutItsUser(CapturedLogs logs) throws Exception {
    var answer = SERVER.http().send(SERVER.http().tokenRequest(USER).header("X-Request-Id", "r-1"));

    assertThat(line(logs))
        .startsWith("method=POST path=/token status=200 bytes=" + answer.body().length() + " ns=")
        .endsWith(" request=r-1 integration=default address=127.0.0.1 http=1.1");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /config, method=GET path=/config status=200",
    "GET /token/, method=GET path=/token status=401",
    "OPTIONS /token, method=OPTIONS path=/token status=204 bytes=0",
    "DELETE /token, method=DELETE path=/token status=405",
    "HEAD /config, method=HEAD path=/config status=405",
    "GET /config?name=cust0mer, method=GET path=/config status=200",
    "GET /cust0mer, method=GET path=[unknown] status=404",
    "GET /token/cust0mer, method=GET path=[unknown] status=404",
    "GET /integrations/cust0mer/token, method=GET path=[unknown] status=404",
    "CUST0MER /token, method=[unknown] path=/token status=405",
    "GET /%63ust0mer, method=GET path=[unknown] status=404"
  })
  void onlyWhatIsOursIsNamed(String request, String expected, CapturedLogs logs) throws Exception {
    answer(
        request + " HTTP/1.1",
        "Host: cust0mer.example",
        "User-Agent: cust0mer",
        "Referer: https://cust0mer.example/",
        "Cookie: cust0mer=1",
        "X-Request-Id: <cust0mer>",
        "X-Forwarded-For: 203.0.113.9");

    assertThat(line(logs)).startsWith(expected).contains(" address=127.0.0.1 ");
  }

  @Test
  void whatIsNoHttpIsALineToo(CapturedLogs logs) throws Exception {
    answer("GET /token HTTP/1.1", "Host: x", "cust0mer without a colon");

    assertThat(line(logs)).contains(" path=[unknown] status=400 ");
  }

  @Test
  void aMissingHostIsALineToo(CapturedLogs logs) throws Exception {
    answer("GET /token HTTP/1.1");

    assertThat(line(logs)).startsWith("method=GET path=/token status=400 ");
  }

  @Test
  void anOlderProtocolIsNamed(CapturedLogs logs) throws Exception {
    answer("GET /config HTTP/1.0", "Host: x");

    assertThat(line(logs)).endsWith(" http=1.0");
  }

  @Test
  void aRequestOverTlsAndHttp2IsALineToo(@TempDir Path folder, CapturedLogs logs) throws Exception {
    Pem pem = Pem.in(folder);
    Pem.Identity authority = pem.authority("CA");
    Pem.Identity identity = pem.signedBy(authority, Pem.KeyType.EC_P256);
    var settings = new TestSettings(SERVER.sandbox()).accessLog();
    try (TestServer server =
            TestServer.start(settings.https(identity.certificate(), identity.key()).build());
        HttpClient http =
            HttpClient.newBuilder()
                .sslContext(TlsContexts.trusting(authority.certificate()))
                .build()) {
      URI uri = URI.create("https://localhost:" + server.port() + "/config");
      http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
    }
    assertThat(line(logs)).startsWith("method=GET path=/config status=200 ").endsWith(" http=2");
  }

  @Test
  void pagesOfOthersAreLinesToo(CapturedLogs logs) throws Exception {
    Handler<HttpServerRequest> page = request -> request.response().end("four");
    var settings = new TestSettings(SERVER.sandbox()).accessLog().audit(addresses(Addresses.NONE));
    try (TestServer server = TestServer.start(settings.build(), Map.of("/page", page))) {
      server.get("/page");
      logs.awaitMessage(message -> message.startsWith("method="));
    }
    assertThat(line(logs))
        .startsWith("method=GET path=/page status=200 bytes=4 ")
        .doesNotContain("address=");
  }

  @Test
  void addressesAreShownAsFarAsTheAuditShowsThem(CapturedLogs logs) throws Exception {
    try (TestServer server =
        TestServer.start(
            SERVER.sandbox(), s -> s.accessLog().audit(addresses(Addresses.NETWORK)))) {
      server.get("/config");
    }
    assertThat(line(logs)).contains(" address=127.0.0.0/24 ");
  }

  @Test
  void theClientBehindATrustedProxyIsTheOneItNames(CapturedLogs logs) throws Exception {
    try (TestServer server =
        TestServer.start(
            SERVER.sandbox(),
            s -> s.accessLog().trustedProxies("127.0.0.1").audit(addresses(Addresses.FULL)))) {
      server.send(server.request("GET", "/config").header("X-Forwarded-For", "203.0.113.9"));
    }
    assertThat(line(logs)).contains(" address=203.0.113.9 ");
  }

  @Test
  void withoutBeingAskedForThereIsNone(CapturedLogs logs) throws Exception {
    try (TestServer server = TestServer.start(SERVER.sandbox())) {
      server.get("/config");
    }
    assertThat(logs.records()).noneMatch(AccessLogTest::isAccess);
  }
}
