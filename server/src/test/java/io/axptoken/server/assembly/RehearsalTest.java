package io.axptoken.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.server.fixture.Scrape;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.TestSettings;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.server.rehearsal.Rehearsal;
import io.axptoken.server.settings.Settings;
import io.axptoken.service.config.Secret;
import io.axptoken.service.observe.health.Health;
import io.axptoken.service.observe.metrics.MetricsPage;
import io.axptoken.service.observe.trace.Tracing;
import io.axptoken.service.reload.LongLived;
import io.axptoken.service.tls.KeyMaterial;
import io.axptoken.service.tls.TlsOptions;
import io.axptoken.testing.CapturedLogs;
import io.axptoken.testing.Pem;
import io.axptoken.testing.Pem.KeyType;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.ServerSSLOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that rehearses before it is ready: what is played, and that nothing real sees it. */
class RehearsalTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final int MANY = 100;

  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  private Vertx vertx;

  @BeforeEach
  void setUp() {
    vertx = Vertx.vertx();
  }

  @AfterEach
  void tearDown() throws Exception {
    done(vertx.close());
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({
    "claimed, identity: { modes: [claimed] }",
    "guest, 'identity: { modes: [guest], guest: { secrets: [s3cr3t-of-the-guests-32-bytes-long] } }'",
    "jwt, 'identity: { modes: [jwt, claimed], jwt: { issuer: https://idp.invalid, audience: x } }'",
    "claimed, 'identity: { modes: [apiKey], apiKey: { keys: { ops: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 } } }'"
  })
  void manyUsersGetTokensInTheStrongestWayThatCanBePlayed(String mode, String identity)
      throws Exception {
    Settings settings = new TestSettings(SERVER.sandbox()).identity(identity).build();
    Scrape metrics = played(settings, null, LONG);
    assertThat(issued(metrics, mode)).as(metrics.text()).isGreaterThan(MANY);
  }

  @Test
  void itIsPlayedOverTheServersOwnTls(@TempDir Path folder) throws Exception {
    Pem.Identity own = Pem.in(folder).selfSigned(KeyType.EC_P256);
    KeyMaterial material =
        KeyMaterial.load(own.certificate(), own.key(), Secret.of(""), Clock.systemUTC());
    Settings settings = new TestSettings(SERVER.sandbox()).build();
    Scrape metrics = played(settings, TlsOptions.server(material), LONG);
    assertThat(issued(metrics, "claimed")).as(metrics.text()).isGreaterThan(MANY);
  }

  @Test
  void itEndsWhenItsTimeIsOver() throws Exception {
    Settings settings = new TestSettings(SERVER.sandbox()).build();
    Scrape metrics = played(settings, null, Duration.ofNanos(1));
    assertThat(issued(metrics, "claimed")).isLessThan(MANY);
  }

  @Test
  void noPlatformNoLogAndNoMetricSeesAnythingOfIt(CapturedLogs logs) throws Exception {
    SERVER.sandbox().journal().clear();
    try (TestServer server =
        TestServer.start(SERVER.sandbox(), settings -> settings.warmUp(LONG))) {
      Scrape metrics = Scrape.of(server);
      assertThat(issued(metrics, "claimed")).isZero();
      assertThat(metrics.series())
          .allSatisfy((series, value) -> {
            if (series.startsWith("axp_tokens_") || series.startsWith("axp_issue_seconds_count")) {
              assertThat(value).as(series).isZero();
            }
          });
      assertThat(SERVER.sandbox().journal().count(Endpoint.END_USER_TOKEN)).isZero();
      assertThat(logs.messages(Level.INFO))
          .containsExactly("[HTTP] AXP token server listening on port " + server.port());
    }
  }

  private Scrape played(Settings settings, @Nullable ServerSSLOptions tls, Duration atMost)
      throws Exception {
    LongLived lasting = LongLived.of(vertx, Clock.systemUTC(), new Health(), Tracing.OFF);
    TokenParts apart = TokenParts.apart(lasting);
    done(
        Rehearsal.play(
            vertx,
            Clock.systemUTC(),
            settings,
            staged -> TokenGeneration.first(staged, PlatformPlan.of(staged), apart),
            tls,
            atMost));
    return scraped(apart);
  }

  private Scrape scraped(TokenParts parts) throws Exception {
    try (MetricsPage page = new MetricsPage(vertx, parts.service().metrics(), () -> "test");
        HttpClient client = HttpClient.newHttpClient()) {
      HttpServer server =
          done(vertx.createHttpServer().requestHandler(page).listen(0, "127.0.0.1"));
      URI uri = URI.create("http://127.0.0.1:" + server.actualPort() + "/metrics");
      return Scrape.of(
          client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body());
    }
  }

  private static double issued(Scrape metrics, String mode) {
    return metrics.value(
        "axp_tokens_issued_total{identity=\"" + mode + "\",integration=\"default\"}");
  }
}
