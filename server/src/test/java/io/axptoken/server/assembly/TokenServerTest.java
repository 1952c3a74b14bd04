package io.axptoken.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.TokenServer;
import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.TestSettings;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.testing.CapturedLogs;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of a server: it starts whole or not at all, and ends by finishing its work. */
class TokenServerTest {
  private static final String USER = "{\"userId\":\"u1\"}";

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private static ServerSocket takenPort() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = takenPort()) {
      return socket.getLocalPort();
    }
  }

  @Test
  void theStartIsToldInOneLine(CapturedLogs logs) {
    try (TestServer server = TestServer.start(SERVER.sandbox())) {
      assertThat(logs.messages(Level.INFO))
          .contains("[HTTP] AXP token server listening on port " + server.port());
    }
  }

  @Test
  void aTakenPortFailsTheStartAndLeavesNothingRunning() throws Exception {
    int management = freePort();
    try (ServerSocket taken = takenPort()) {
      var settings =
          new TestSettings(SERVER.sandbox())
              .port(taken.getLocalPort())
              .managementPort(management)
              .build();

      assertThatThrownBy(() -> done(TokenServer.start(settings)))
          .hasRootCauseInstanceOf(BindException.class);
    }
    new ServerSocket(management, 1, InetAddress.getLoopbackAddress()).close();
  }

  @Test
  void aTakenManagementPortFailsTheStart() throws Exception {
    int port = freePort();
    try (ServerSocket taken = takenPort()) {
      var settings =
          new TestSettings(SERVER.sandbox())
              .port(port)
              .managementPort(taken.getLocalPort())
              .build();

      assertThatThrownBy(() -> done(TokenServer.start(settings)))
          .hasRootCauseInstanceOf(BindException.class);
    }
    new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
  }

  @Test
  void settingsThatCannotWorkFailTheStartAndLeaveNothingRunning() {
    TestSettings sandbox = new TestSettings(SERVER.sandbox());

    assertThatThrownBy(() -> done(TokenServer.start(sandbox.accountId("wrong").build())))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
    TestSettings again = new TestSettings(SERVER.sandbox());
    assertThatThrownBy(() -> done(TokenServer.start(again.trustedProxies("nonsense").build())))
        .isInstanceOf(java.util.concurrent.ExecutionException.class);
    Path missing = Path.of("missing.pem");
    TestSettings https = new TestSettings(SERVER.sandbox()).https(missing, missing);
    assertThatThrownBy(() -> done(TokenServer.start(https.build())))
        .hasMessageContaining("missing.pem");
  }

  @Test
  void aNamedPortIsListenedOnByAllEventLoops() throws Exception {
    int port = freePort();
    try (TestServer server = TestServer.start(SERVER.sandbox(), s -> s.port(port))) {
      assertThat(server.port()).isEqualTo(port);
      for (int i = 0; i < 4; i++) {
        try (RawClient client = server.connect()) {
          assertThat(client.send(RawClient.tokenRequest("", USER)).answer())
              .startsWith("HTTP/1.1 200 ");
        }
      }
    }
  }

  @Test
  void stoppingFinishesWhatIsUnderWayAndTakesNothingNew() throws Exception {
    TestServer server = TestServer.start(SERVER.sandbox());
    try (RawClient idle = server.connect();
        RawClient busy = server.connect()) {
      idle.send("GET /config HTTP/1.1\r\nHost: x\r\n\r\n").answer();
      SERVER
          .sandbox()
          .faults()
          .on(Endpoint.END_USER_TOKEN)
          .always(Fault.delay(Duration.ofSeconds(1)));
      busy.send(RawClient.tokenRequest("", USER));
      SERVER.sandbox().journal().awaitCalls(Endpoint.END_USER_TOKEN, 1, Duration.ofSeconds(10));

      Future<Boolean> stopped = server.lifecycle().stop();
      Future<Boolean> again = server.lifecycle().stop();

      assertThat(server.probe("/health/ready").statusCode()).isEqualTo(503);
      assertThat(server.probe("/health/live").statusCode()).isEqualTo(200);
      assertTakesNothingNew(server, idle);
      assertThat(busy.answer()).startsWith("HTTP/1.1 200 ").contains("\"jwtToken\":\"jwt.");
      assertThat(busy.rest()).isEmpty();
      done(stopped);
      done(again);
      assertThat(SERVER.sandbox().journal().count(Endpoint.END_USER_TOKEN)).isEqualTo(1);
    } finally {
      server.close();
    }
  }

  /** A request is answered 503, or there is nobody to talk to. */
  private static void assertTakesNothingNew(TestServer server, RawClient idle) {
    try (RawClient late = server.connect()) {
      assertRefused(late.send(RawClient.tokenRequest("", USER)).answer());
    } catch (IOException _) {
      // Refused or reset: as good an answer.
    }
    try {
      assertRefused(idle.send(RawClient.tokenRequest("", USER)).answer());
    } catch (IOException _) {
      // The same.
    }
  }

  private static void assertRefused(String answer) {
    if (!answer.isEmpty()) {
      ProblemAnswer.ofRaw(answer, 503, "draining");
      assertThat(answer)
          .containsIgnoringCase("\r\nretry-after: 1\r\n")
          .containsIgnoringCase("\r\nconnection: close\r\n")
          .containsIgnoringCase("\r\naccess-control-allow-origin: *\r\n");
    }
  }

  @Test
  void callsThatTheStopItselfEndsAreNoNewsForTheLog(CapturedLogs logs) throws Exception {
    SERVER.sandbox().faults().on(Endpoint.ACCESS_TOKEN).always(Fault.delay(Duration.ofSeconds(5)));
    TestServer server = TestServer.start(SERVER.sandbox());
    SERVER.sandbox().journal().awaitCalls(Endpoint.ACCESS_TOKEN, 1, Duration.ofSeconds(10));

    server.close();

    assertThat(logs.messages(Level.WARNING)).isEmpty();
  }

  @Test
  void stoppingAStoppedServerIsHarmless() throws Exception {
    TestServer server = TestServer.start(SERVER.sandbox());
    server.close();

    done(server.lifecycle().stop());
    done(server.lifecycle().stop());
  }
}
