package io.axptoken.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.TestSettings;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.server.settings.LimitSettings;
import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.config.AuditSettings.Addresses;
import io.axptoken.service.config.Secret;
import io.axptoken.testing.CapturedLogs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit log has a line for each decision on a token, and callers cannot write in it. */
class AuditLogTest {
  private static final AuditSettings AUDIT =
      new AuditSettings(
          true, Addresses.FULL, Secret.of("s3cr3t-audit-key-of-more-than-32-characters"));
  private static final String USER = "{\"userId\":\"cust0mer-1\"}";
  private static final String LINE =
      "event=token-(issued|refused|limited) outcome=(success|failure)( reason=[a-z-]+)?"
          + " integration=[a-z]+( mode=[a-z]+ user=[0-9a-f]{32})?( address=[0-9a-f.:]+)?"
          + " request=[A-Za-z0-9._-]{1,64} status=\\d{3} ns=\\d+";

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.with(s -> s.audit(AUDIT).allowedOrigins("https://shop.example"));

  /** The lines so far, each checked for its form. */
  private static List<String> lines(CapturedLogs logs) {
    List<String> lines =
        logs.records().stream()
            .filter(entry -> entry.getLoggerName().equals("audit"))
            .map(entry -> String.valueOf(entry.getParameters()[0]))
            .toList();
    assertThat(lines).allMatch(line -> line.matches(LINE), "well formed");
    return lines;
  }

  private static String onlyLine(CapturedLogs logs) {
    assertThat(lines(logs)).hasSize(1);
    return lines(logs).getFirst();
  }

  @Test
  void aTokenIsWrittenDownWithoutItsUsersName(CapturedLogs logs) throws Exception {
    var request = SERVER.http().tokenRequest(USER).header("X-Request-Id", "r-1");
    assertThat(SERVER.http().send(request).statusCode()).isEqualTo(200);

    assertThat(onlyLine(logs))
        .startsWith("event=token-issued outcome=success integration=default mode=claimed user=")
        .contains(" address=127.0.0.1 request=r-1 status=200 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "GET /token | X: y => not-authenticated 401",
        "PUT /token | X: y => method-not-allowed 405",
        "POST /token | Content-Type: text/plain => unsupported-media-type 415",
        "POST /token | Content-Type: application/json => malformed-json 400",
        "POST /token | Origin: https://evil.example => origin-not-allowed 403",
        "POST /token/ | Origin: null => origin-not-allowed 403"
      })
  void aRefusalIsWrittenDownWithItsReason(String request, String reason, CapturedLogs logs)
      throws Exception {
    String[] parts = request.split(" \\| ", -1);
    try (RawClient client = SERVER.http().connect()) {
      String head = RawClient.head(parts[0] + " HTTP/1.1", "Host: x", parts[1]);
      client.send(head).answer();
    }
    String[] expected = reason.split(" ", -1);
    assertThat(onlyLine(logs))
        .startsWith(
            "event=token-refused outcome=failure reason="
                + expected[0]
                + " integration=default address=127.0.0.1 request=")
        .contains(" status=" + expected[1] + " ");
  }

  @Test
  void troubleWithThePlatformIsARefusalOfAKnownUser(CapturedLogs logs) throws Exception {
    SERVER.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.status(500));
    SERVER.http().postToken(USER);

    assertThat(onlyLine(logs))
        .contains(" reason=platform-unavailable integration=default mode=claimed user=");
  }

  @Test
  void whatDecidesOnNoTokenIsNotWrittenDown(CapturedLogs logs) throws Exception {
    SERVER.http().get("/config");
    SERVER.http().get("/nothing");
    SERVER.http().send(SERVER.http().request("OPTIONS", "/token"));

    assertThat(lines(logs)).isEmpty();
  }

  @Test
  void limitedRequestsAreWrittenDownOncePerAddress(CapturedLogs logs) throws Exception {
    var few = new LimitSettings(TestSettings.perMinute(1), TestSettings.perMinute(9), 1);
    try (TestServer server = TestServer.start(SERVER.sandbox(), s -> s.audit(AUDIT).limits(few))) {
      for (int i = 0; i < 5; i++) {
        server.postToken(USER);
      }
      assertThat(lines(logs)).hasSize(2);
      assertThat(lines(logs).getLast())
          .startsWith("event=token-limited outcome=failure reason=too-many-requests ");
    }
    assertThat(logs.messages(java.util.logging.Level.INFO)).contains("notWritten=3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\r\\n2026-01-01T00:00:00.000Z INFO  audit: event=token-issued",
        "\\u001b[31m\\u202e",
        "\\\",\\\"event.action\\\":\\\"token-issued",
        "u outcome=success",
        "{0}${jndi:ldap://x}%n%s"
      })
  void aUserIdCannotWriteInIt(String escaped, CapturedLogs logs) throws Exception {
    assertThat(SERVER.http().postToken("{\"userId\":\"" + escaped + "\"}").statusCode())
        .isIn(200, 400);

    onlyLine(logs);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Request-Id: a b",
        "X-Request-Id: a\u001b[31m",
        "X-Request-Id: \",\"event.action\":\"token-issued",
        "X-Request-Id: {0}",
        "Origin: https://evil.example outcome=success",
        "Origin: \u001b]0;x\u0007",
        "X-Forwarded-For: 192.0.2.1 outcome=success",
        "X-Forwarded-For: \u001b[31m",
        "X-Forwarded-For: fe80::1%outcome=success",
        "Forwarded: for=\"_x outcome=success\"",
        "User-Agent: \",\"event.action\":\"token-issued"
      })
  void aHeaderCannotWriteInIt(String header, CapturedLogs logs) throws Exception {
    try (TestServer server =
            TestServer.start(SERVER.sandbox(), s -> s.audit(AUDIT).trustedProxies("127.0.0.1"));
        RawClient client = server.connect()) {
      String answer = client.send(RawClient.tokenRequest(header + "\r\n", USER)).answer();

      assertThat(answer).startsWith("HTTP/1.");
    }
    assertThat(lines(logs)).hasSizeLessThanOrEqualTo(1).noneMatch(l -> l.contains("=success\""));
  }
}
