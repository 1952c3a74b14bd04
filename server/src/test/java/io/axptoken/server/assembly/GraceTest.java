package io.axptoken.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.testing.Pem;
import io.axptoken.testing.TlsContexts;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to stop serves on until load balancers have noticed. */
class GraceTest {
  private static final String USER = "{\"userId\":\"u1\"}";
  private static final Duration AGES = Duration.ofMinutes(5);

  @RegisterExtension static final WholeServer OTHER = WholeServer.usual();

  @TempDir Path folder = Path.of("");

  private static AxpSandbox sandbox() {
    return OTHER.sandbox();
  }

  private static boolean ended(Future<Boolean> stopped) throws Exception {
    return stopped.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @Test
  void inTheGraceItIsUnreadyAndServesWhoeverComes() throws Exception {
    try (TestServer server = TestServer.start(sandbox(), s -> s.shutdown(AGES, AGES));
        RawClient kept = server.connect()) {
      assertThat(kept.send(RawClient.tokenRequest("", USER)).answer())
          .startsWith("HTTP/1.1 200 ")
          .doesNotContainIgnoringCase("connection: close");

      Future<Boolean> stopped = server.lifecycle().stop();

      HttpResponse<String> ready = server.probe("/health/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("\"leaving\"");
      assertThat(server.probe("/health/live").statusCode()).isEqualTo(200);
      assertServedAndSentElsewhere(kept);
      try (RawClient late = server.connect()) {
        assertServedAndSentElsewhere(late);
      }
      assertThat(stopped.isComplete()).isFalse();
      server.lifecycle().hurry();
      assertThat(ended(stopped)).isTrue();
    }
  }

  private static void assertServedAndSentElsewhere(RawClient client) throws IOException {
    assertThat(client.send(RawClient.tokenRequest("", USER)).answer())
        .startsWith("HTTP/1.1 200 ")
        .containsIgnoringCase("\r\nconnection: close\r\n")
        .contains("\"jwtToken\":\"jwt.");
    assertThat(client.rest()).isEmpty();
  }

  @Test
  void clientsOfHttp2AreSentElsewhereTooAndLoseNothing() throws Exception {
    Pem.Identity identity = Pem.in(folder).selfSigned(Pem.KeyType.EC_P256);
    try (TestServer server =
            TestServer.start(
                sandbox(),
                s -> s.https(identity.certificate(), identity.key()).shutdown(AGES, AGES));
        HttpClient http =
            HttpClient.newBuilder()
                .sslContext(TlsContexts.trusting(identity.certificate()))
                .build()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/token"))
              .header("content-type", "application/json")
              .POST(BodyPublishers.ofString(USER))
              .build();
      String first = connectionOf(http, request);
      assertThat(connectionOf(http, request)).isEqualTo(first);

      server.lifecycle().stop();

      assertThat(connectionOf(http, request)).isEqualTo(first);
      assertThat(connectionOf(http, request)).isNotEqualTo(first);
      server.lifecycle().hurry();
    }
  }

  private static String connectionOf(HttpClient http, HttpRequest request) throws Exception {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    return answer.connectionLabel().orElseThrow();
  }

  @Test
  void whoHurriesTwiceCutsOffWhatIsUnderWay() throws Exception {
    TestServer server = TestServer.start(sandbox(), s -> s.shutdown(AGES, AGES));
    try (RawClient busy = server.connect()) {
      sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.delay(Duration.ofSeconds(6)));
      busy.send(RawClient.tokenRequest("", USER));
      sandbox().journal().awaitCalls(Endpoint.END_USER_TOKEN, 1, Duration.ofSeconds(10));

      Future<Boolean> stopped = server.lifecycle().stop();
      server.lifecycle().hurry();
      assertThat(stopped.isComplete()).isFalse();
      server.lifecycle().hurry();

      assertThat(ended(stopped)).isFalse();
    } finally {
      server.close();
    }
  }

  @Test
  void theDrainEndsInTimeWhateverIsUnderWay() throws Exception {
    TestServer server =
        TestServer.start(sandbox(), s -> s.shutdown(Duration.ZERO, Duration.ofSeconds(1)));
    try (RawClient busy = server.connect()) {
      sandbox().faults().on(Endpoint.END_USER_TOKEN).always(Fault.delay(Duration.ofSeconds(20)));
      busy.send(RawClient.tokenRequest("", USER));
      sandbox().journal().awaitCalls(Endpoint.END_USER_TOKEN, 1, Duration.ofSeconds(10));

      assertThat(ended(server.lifecycle().stop())).isFalse();
    } finally {
      server.close();
    }
  }
}
