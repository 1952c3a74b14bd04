package io.axptoken.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.sandbox.tls.HttpsOptions;
import io.axptoken.testing.Conversation;
import io.axptoken.testing.Pem;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.RefusedPort;
import io.axptoken.testing.Script;
import io.axptoken.testing.TlsContexts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code check} says of set-ups that do not work: the check that fails, and the remedy. */
class BrokenSetUpsTest {
  private static AxpSandbox sandbox;
  private static Path authority;
  @TempDir private static Path folder;

  @BeforeAll
  static void start() throws IOException {
    authority = folder.resolve("ca.pem");
    sandbox =
        AxpSandbox.start(
            SandboxOptions.defaults().withHttps(HttpsOptions.defaults().withCaFile(authority)));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @AfterEach
  void reset() {
    sandbox.reset();
  }

  private static Program overHttp() {
    return quiet(Program.using(sandbox.baseUri(), sandbox.account()));
  }

  private static Program overHttps() {
    return at(sandbox.httpsUri().orElseThrow());
  }

  private static Program at(URI platform) {
    return quiet(Program.using(platform, sandbox.account()))
        .environment("AXP_CA_CERTIFICATE_PATH", authority.toString());
  }

  /** No ports that another program may have taken. */
  static Program quiet(Program program) {
    return program.environment("SERVER_PORT", "0").environment("MANAGEMENT_PORT", "0");
  }

  static void assertFails(Program program, String check, String detail, String remedy) {
    assertThat(program.run("check")).as(program.out()).isEqualTo(1);
    assertThat(program.out())
        .containsPattern("  FAILED    " + check + " +\\S")
        .containsSubsequence("  FAILED    " + check, detail, "→ ", remedy)
        .contains("1 check failed.")
        .doesNotContain("s3cr3t");
    assertThat(program.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AXP_CLIENT_SECRET, wrong-s3cr3t, access-token, client id or its secret, Correct axp.clientId"
        + " and axp.clientSecret",
    "AXP_CLIENT_ID, nobody, access-token, client id or its secret, Correct axp.clientId and",
    "AXP_APP_KEY, wrong, access-token, forbids the call, Correct axp.appKey",
    "AXP_ACCOUNT_ID, NOBODY, access-token, knows no such account, Correct axp.accountId",
    "AXP_INTEGRATION_ID, 5a4db0c5-0000-4000-8000-00000000ffff, end-user-token,"
        + " does not accept the request, Correct axp.integrationId",
    "AXP_HOST_NAME, platform.invalid, name, platform.invalid has no address, Correct axp.hostName",
  })
  void aWrongSettingIsNamed(
      String variable, String value, String check, String detail, String remedy) {
    assertFails(overHttp().environment(variable, value), check, detail, remedy);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(
            Endpoint.END_USER_TOKEN,
            Fault.status(401),
            "does not accept them",
            "Have the client's rights checked (axp.clientId)"),
        Arguments.of(
            Endpoint.ACCESS_TOKEN,
            Fault.redirect(URI.create("https://login.example/")),
            "sends us elsewhere (302)",
            "Correct axp.hostName"),
        Arguments.of(
            Endpoint.END_USER_TOKEN, Fault.status(429), "quota is exhausted", "quota raised"),
        Arguments.of(
            Endpoint.ACCESS_TOKEN, Fault.status(500), "the platform itself fails (500)", "log id"),
        Arguments.of(
            Endpoint.END_USER_TOKEN,
            Fault.garbage(),
            "answer is not what its contract says",
            "Check axp.hostName"),
        Arguments.of(
            Endpoint.END_USER_TOKEN,
            Fault.earlyExpiry(Duration.ofMinutes(-5)),
            "token had ended when it came",
            "Check the clock of this machine"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aPlatformThatRefusesIsUnderstood(
      Endpoint endpoint, Fault fault, String detail, String remedy) {
    sandbox.faults().on(endpoint).always(fault);

    String check = endpoint == Endpoint.ACCESS_TOKEN ? "access-token" : "end-user-token";
    assertFails(overHttp(), check, detail, remedy);
  }

  @Test
  void infinitysIntegrationIsNamed() {
    Program program =
        quiet(Program.using(sandbox.baseUri(), sandbox.infinityAccount()))
            .environment("AXP_INTEGRATION_ID", "5a4db0c5-0000-4000-8000-00000000ffff");

    assertFails(
        program, "end-user-token", "does not accept the request", "Correct axp.integrationId");
  }

  @Test
  void anAccountOnTheOtherAuthPathIsRecognised() {
    Script legacyOnly =
        peer -> {
          while (true) {
            String request = peer.request();
            peer.send(
                request.startsWith("POST /auth/realms/")
                    ? Conversation.answer(200, "{\"access_token\":\"a.b.c\",\"expires_in\":900}")
                    : Conversation.answer(404, "{}"));
          }
        };
    try (RawServer platform = RawServer.start(legacyOnly)) {
      assertFails(
          quiet(Program.using(platform.uri(""), sandbox.account())),
          "access-token",
          "given out at the other one",
          "Set axp.authPath to the other value");
    }
  }

  @Test
  void nobodyAtThePortIsNotTheNetwork() {
    try (RefusedPort port = RawServer.refusing()) {
      Program program = overHttp().environment("AXP_HOST_NAME", "http://127.0.0.1:" + port.port());

      assertFails(program, "connection", "nobody listens there", "host and port in axp.hostName");
      assertThat(program.out())
          .contains("  -         tls ")
          .contains("  -         end-user-token ");
    }
  }

  @Test
  void aClockThatIsWrongIsToldFromTheToken() {
    Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
    try (AxpSandbox early = AxpSandbox.start(SandboxOptions.defaults().withClock(ahead))) {
      assertFails(
          quiet(Program.using(early.baseUri(), early.account())),
          "clock",
          "s behind the platform's",
          "Set the clock of this machine");
    }
  }

  @Test
  void anUnknownAuthorityIsNamed() {
    assertFails(
        overHttps().environment("AXP_CA_CERTIFICATE_PATH", ""),
        "tls",
        "its authority \"AXP sandbox authority",
        "as axp.caCertificatePath");
  }

  @Test
  void aCertificateForAnotherHostIsNamed() throws Exception {
    Pem pem = Pem.in(folder);
    Pem.Identity ca = pem.authority("ca");
    try (RawServer platform = tls(pem, pem.signedForOtherHost(ca, Pem.KeyType.EC_P256))) {
      Program program =
          at(URI.create("https://localhost:" + platform.port()))
              .environment("AXP_CA_CERTIFICATE_PATH", ca.certificate().toString());

      assertFails(program, "tls", "for other.example, not for localhost", "Correct axp.hostName");
    }
  }

  private static RawServer tls(Pem pem, Pem.Identity identity) throws Exception {
    return RawServer.start(
        TlsContexts.serving(pem, identity)
            .getServerSocketFactory()
            .createServerSocket(0, 10, InetAddress.getLoopbackAddress()),
        Script.stall());
  }

  @ParameterizedTest
  @CsvSource({
    "500, expired on, Have the platform's operators renew it",
    "-500, is not valid before, Set the clock of this machine",
  })
  void aCertificateOutOfItsTimeIsNamed(int days, String detail, String remedy) {
    assertFails(overHttps().later(Duration.ofDays(days)), "tls", detail, remedy);
  }

  @Test
  void plainHttpWhereTlsShouldBeIsRecognised() {
    URI plain = URI.create("https://127.0.0.1:" + sandbox.baseUri().getPort());

    assertFails(at(plain), "tls", "does not speak TLS", "it must be a port for HTTPS");
  }

  @ParameterizedTest
  @CsvSource({
    "407, wants credentials, Set axp.httpProxyUser and axp.httpProxyPassword",
    "403, does not let us through, Have CONNECT to that host and port allowed",
    "502, cannot reach 127.0.0.1, Correct axp.hostName",
  })
  void aProxyThatRefusesIsUnderstood(int status, String detail, String remedy) {
    try (RawServer proxy =
        RawServer.start(Script.sendThenClose("HTTP/1.1 " + status + " No\r\n\r\n"))) {
      Program program =
          overHttps().environment("AXP_HTTP_PROXY", "http://127.0.0.1:" + proxy.port());

      assertFails(program, "proxy", detail, remedy);
    }
  }

  @Test
  void aNamedIntegrationsOwnKeyIsTheOneToLookAt() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("shop.yaml"), "integrations: { shop: { clientSecret: wr0ng } }");
    Program program = overHttp().environment("TOKEN_SERVER_CONFIG", file.toString());

    assertFails(program, "access-token", "its secret", "integrations.shop.clientSecret");
  }
}
