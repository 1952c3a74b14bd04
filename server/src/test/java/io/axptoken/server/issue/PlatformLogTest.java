package io.axptoken.server.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.TestSettings;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.testing.CapturedLogs;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.RefusedPort;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The log tells the operator which setting to look at, once, and nothing of customers. */
class PlatformLogTest {
  private static final String USER =
      "{\"userId\":\"cust0mer-1\",\"userName\":\"cust0mer-name\","
          + "\"userIdentifiers\":{\"emailAddresses\":[\"cust0mer@example.com\"]}}";

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  static Stream<Arguments> wrongSettings() {
    return Stream.of(
        wrong("axp.clientSecret", s -> s.clientSecret("other-s3cr3t")),
        wrong("axp.clientId", s -> s.clientId("other-client")),
        wrong("axp.appKey", s -> s.appKey("other-key")),
        wrong("axp.accountId", s -> s.accountId("OTHERS")),
        wrong("axp.integrationId", s -> s.integrationId("00000000-0000-4000-8000-000000000000")));
  }

  private static Arguments wrong(String setting, UnaryOperator<TestSettings> change) {
    return Arguments.of(setting, change);
  }

  @ParameterizedTest
  @MethodSource("wrongSettings")
  void aWrongSettingIsNamed(String setting, UnaryOperator<TestSettings> change, CapturedLogs logs)
      throws Exception {
    try (TestServer server = TestServer.start(SERVER.sandbox(), change)) {
      assertThat(server.postToken(USER).statusCode()).isEqualTo(502);

      assertThat(logs.messages(Level.SEVERE)).hasSize(1).first().asString().contains(setting);
    }
  }

  @Test
  void aRefusalIsLoggedAtTheStartBeforeAnybodyAsksForAToken(CapturedLogs logs) throws Exception {
    try (TestServer server =
        TestServer.start(SERVER.sandbox(), s -> s.clientSecret("other-s3cr3t"))) {
      assertThat(logs.awaitMessage(line -> line.contains("axp.clientSecret"))).isTrue();

      assertThat(server.probe("/health/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aHostThatCannotBeReachedIsNamed(CapturedLogs logs) throws Exception {
    try (RefusedPort nobody = RawServer.refusing();
        TestServer server = TestServer.start(SERVER.sandbox(), s -> s.platform(nobody.uri("")))) {
      assertThat(server.postToken(USER).statusCode()).isEqualTo(503);

      assertThat(logs.messages(Level.WARNING)).anyMatch(line -> line.contains("axp.hostName"));
    }
  }

  @Test
  void theFirstRequestOfAStormIsInTheLog(CapturedLogs logs) throws Exception {
    SERVER.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.status(409));

    try (TestServer server = TestServer.start(SERVER.sandbox())) {
      String requestId = server.postToken(USER).headers().firstValue("X-Request-Id").orElseThrow();
      server.postToken(USER);

      assertThat(failures(logs)).singleElement().asString().contains(" request=" + requestId);
    }
  }

  @Test
  void debugShowsNoPathThatTheCallerMadeUp(CapturedLogs logs) throws Exception {
    SERVER.http().get("/jwt.eyJabc/s3cr3t@example.com");

    assertThat(logs.messages(Level.FINE)).anyMatch(line -> line.endsWith(" [unknown path]"));
  }

  @Test
  void aStormOfOneFaultIsLoggedOnce(CapturedLogs logs) throws Exception {
    SERVER.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.status(500));

    try (TestServer server = TestServer.start(SERVER.sandbox())) {
      for (int i = 0; i < 50; i++) {
        assertThat(server.postToken(USER).statusCode()).isEqualTo(503);
      }
    }

    assertThat(failures(logs))
        .hasSize(1)
        .allMatch(line -> line.contains("call=end-user-token") && line.contains("status=500"));
  }

  @ParameterizedTest
  @MethodSource("brokenConnections")
  void aBrokenConnectionIsOneLine(Fault fault, CapturedLogs logs) throws Exception {
    try (TestServer server = TestServer.start(SERVER.sandbox())) {
      SERVER.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(fault);

      assertThat(server.postToken(USER).statusCode()).isEqualTo(503);

      assertThat(logs.messages(Level.WARNING))
          .singleElement()
          .asString()
          .contains("call=end-user-token", "axp.hostName");
    }
  }

  static Stream<Fault> brokenConnections() {
    return Stream.of(Fault.reset(), Fault.truncate());
  }

  @Test
  void thePlatformsOwnLogIdIsKept(CapturedLogs logs) throws Exception {
    SERVER.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.status(409));

    SERVER.http().postToken(USER);

    assertThat(failures(logs)).singleElement().asString().contains("platform-log-id=");
  }

  @Test
  void aRequestThatGoesWellIsNotLogged(CapturedLogs logs) throws Exception {
    assertThat(SERVER.http().postToken(USER).statusCode()).isEqualTo(200);

    assertThat(logs.messages(Level.INFO)).isEmpty();
  }

  private static List<String> failures(CapturedLogs logs) {
    return logs.messages(Level.WARNING).stream().filter(l -> l.contains("[call=")).toList();
  }
}
