package io.axptoken.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.TestSettings;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.server.settings.LimitSettings;
import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.config.LoggingSettings;
import io.axptoken.service.config.Secret;
import io.axptoken.service.observe.log.Logs;
import io.axptoken.service.observe.log.ServiceIdentity;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever becomes of a request, no log has the customer's data; the guard over tests reads it. */
class CustomerPrivacyTest {
  private static final String USER =
      "{\"userId\":\"cust0mer-1\",\"userName\":\"Cust0mer Name\","
          + "\"userIdentifiers\":{\"emailAddresses\":[\"cust0mer@example.com\"]}}";

  @RegisterExtension
  static final WholeServer SERVER =
      WholeServer.with(
          s -> s.audit(new AuditSettings(true, AuditSettings.Addresses.FULL, Secret.of(""))));

  record Refused(int status, HttpRequest.Builder request) {}

  static Stream<Refused> refused() {
    return Stream.of(
        new Refused(400, post(USER.replace("cust0mer@", "cust0mer\\u0000@"))),
        new Refused(400, post(USER.replace("\"userName\"", "cust0mer"))),
        new Refused(400, post(USER.replace("cust0mer-1", "cust0mer".repeat(100)))),
        new Refused(404, get("/nothing?name=cust0mer")),
        new Refused(401, get("/token?userId=cust0mer-1")),
        new Refused(413, post(USER.replace("cust0mer-1", "cust0mer".repeat(10_000)))),
        new Refused(415, post(USER).setHeader("content-type", "text/cust0mer")));
  }

  static Stream<Fault> troubles() {
    return Stream.of(
        Fault.status(400),
        Fault.status(401),
        Fault.status(429),
        Fault.status(500),
        Fault.reset(),
        Fault.truncate(),
        Fault.garbage(),
        Fault.withoutToken());
  }

  @Test
  void aTokenIsGiven() throws Exception {
    assertThat(statusOf(post(USER))).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aRequestIsRefused(Refused refused) throws Exception {
    assertThat(statusOf(refused.request)).isEqualTo(refused.status);
  }

  @Test
  void aRequestIsOneTooMany() throws Exception {
    LimitSettings one = new LimitSettings(TestSettings.perMinute(1), TestSettings.perMinute(1), 1);
    try (TestServer server = TestServer.start(SERVER.sandbox(), s -> s.limits(one))) {
      server.postToken(USER);

      assertThat(server.postToken(USER).statusCode()).isEqualTo(429);
    }
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void thePlatformIsInTrouble(Fault fault) throws Exception {
    assertTroubled(fault);
  }

  @Test
  void everythingIsLogged() throws Exception {
    Logs.configure(
        new LoggingSettings(LoggingSettings.Format.TEXT, LoggingSettings.Level.DEBUG),
        new ServiceIdentity("program", "1.2.0"),
        true);
    try {
      assertThat(statusOf(post(USER))).isEqualTo(200);
      for (Refused each : refused().toList()) {
        assertThat(statusOf(each.request)).isEqualTo(each.status);
      }
      for (Fault fault : troubles().toList()) {
        SERVER.sandbox().reset();
        assertTroubled(fault);
      }
      Logs.flush();
    } finally {
      quietFrameworks();
    }
  }

  private static void assertTroubled(Fault fault) throws Exception {
    try (TestServer server = TestServer.start(SERVER.sandbox())) {
      SERVER.sandbox().faults().on(Endpoint.END_USER_TOKEN).always(fault);

      assertThat(server.postToken(USER).statusCode()).isBetween(502, 503);
    }
  }

  private static void quietFrameworks() {
    for (String name : List.of("io.vertx", "io.netty", "")) {
      Logger.getLogger(name).setLevel(Level.INFO);
    }
  }

  private static int statusOf(HttpRequest.Builder request) throws Exception {
    return SERVER.http().send(request).statusCode();
  }

  private static HttpRequest.Builder post(String body) {
    return SERVER.http().tokenRequest(body);
  }

  private static HttpRequest.Builder get(String path) {
    return SERVER.http().request("GET", path);
  }
}
