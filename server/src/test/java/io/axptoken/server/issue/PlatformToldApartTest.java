package io.axptoken.server.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.testing.CapturedLogs;
import io.axptoken.testing.Pem;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import io.axptoken.testing.TlsContexts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Troubles with the way to the platform or with its tokens: what callers and operators are told.
 */
class PlatformToldApartTest {
  private static final String USER = "{\"userId\":\"u1\"}";

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  @ParameterizedTest
  @ValueSource(longs = {0, -60})
  void aTokenThatHasEndedAlreadyIsABadAnswer(long seconds, CapturedLogs logs) throws Exception {
    Fault ended = Fault.earlyExpiry(Duration.ofSeconds(seconds));
    SERVER.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(ended);

    try (TestServer server = TestServer.start(SERVER.sandbox())) {
      ProblemAnswer.of(server.postToken(USER), 502, "platform-bad-answer");
    }

    assertThat(troubles(logs))
        .isNotEmpty()
        .allSatisfy(
            line -> assertThat(line).contains("clock", "hint=expired token", "platform-log-id="));
  }

  @Test
  void aNameWithoutAnAddressNamesTheSetting(CapturedLogs logs) throws Exception {
    URI nowhere = URI.create("https://no-such-platform.invalid");
    try (TestServer server = TestServer.start(SERVER.sandbox(), s -> s.platform(nowhere))) {
      ProblemAnswer.of(server.postToken(USER), 503, "platform-unavailable");
    }

    assertThat(troubles(logs))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("axp.hostName", "hint=unknown host"));
  }

  @Test
  void aCertificateThatNobodyKnowsNamesTheSetting(@TempDir Path folder, CapturedLogs logs)
      throws Exception {
    Pem pem = Pem.in(folder);
    SSLContext tls = TlsContexts.serving(pem, pem.selfSigned(Pem.KeyType.EC_P256));
    try (RawServer platform =
            RawServer.start(
                tls.getServerSocketFactory().createServerSocket(0), Script.answer(200, "{}"));
        TestServer server = TestServer.start(SERVER.sandbox(), s -> s.platform(platform.uri("")))) {
      ProblemAnswer.of(server.postToken(USER), 503, "platform-unavailable");

      assertThat(platform.requests()).isEmpty();
    }
    assertThat(troubles(logs))
        .isNotEmpty()
        .allSatisfy(line ->
            assertThat(line).contains("axp.caCertificatePath", "axp.hostName", "hint=tls failed"));
  }

  @Test
  void aWrongSettingIsFoundInThePlatformsLogsToo(CapturedLogs logs) throws Exception {
    try (TestServer server =
        TestServer.start(SERVER.sandbox(), s -> s.clientSecret("other-s3cr3t"))) {
      ProblemAnswer.of(server.postToken(USER), 502, "platform-rejected-credentials");
    }

    assertThat(troubles(logs))
        .singleElement()
        .asString()
        .contains("axp.clientSecret", "status=401", "platform-log-id=", "said=\"invalid_client\"");
  }

  private static List<String> troubles(CapturedLogs logs) {
    return logs.messages(Level.WARNING).stream().filter(line -> line.contains("[call=")).toList();
  }
}
