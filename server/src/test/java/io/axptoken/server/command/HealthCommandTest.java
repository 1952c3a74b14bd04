package io.axptoken.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.observe.health.Health;
import io.axptoken.service.observe.health.ManagementServer;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.RefusedPort;
import io.axptoken.testing.Script;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HealthCommandTest {
  private final Vertx vertx = Vertx.vertx();
  private final Health health = new Health();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private int listen() {
    return ManagementServer.listen(vertx, "127.0.0.1", 0, health)
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(10, TimeUnit.SECONDS)
        .join()
        .port();
  }

  @Test
  void aServerThatIsReadyIsHealthy() {
    health.enter(Health.Stage.READY);
    int port = listen();
    Program program = new Program();

    assertThat(program.run("health", "--url", "http://127.0.0.1:" + port)).isZero();
    assertThat(program.out())
        .isEqualToNormalizingNewlines(
            "Healthy: http://127.0.0.1:" + port + "/health/ready answers 200.\n");
    assertThat(program.err()).isEmpty();
  }

  @Test
  void aServerThatDrainsLivesButIsNotReady() {
    health.enter(Health.Stage.DRAINING);
    String url = "http://127.0.0.1:" + listen();
    Program program = new Program();

    assertThat(program.run("health", "--url", url)).isEqualTo(1);
    assertThat(program.err())
        .isEqualToNormalizingNewlines("Not healthy: " + url + "/health/ready answers 503.\n");
    assertThat(new Program().run("health", "--url", url, "--live")).isZero();
    assertThat(new Program().run("health", "--url", url + "/health/live")).isZero();
    assertThat(new Program().run("health", "--set=limits.burst=7", "--live", "--url=" + url))
        .isZero();
  }

  @Test
  void theAddressIsThatOfTheConfigurationHoweverIncompleteThatIs(@TempDir Path folder)
      throws IOException {
    health.enter(Health.Stage.READY);
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"),
            "management: { host: 0.0.0.0, port: " + listen() + " }\naxp: { nonsense: 1 }");

    assertThat(new Program().run("health", "--config", file.toString())).isZero();
    assertThat(new Program().environment("TOKEN_SERVER_CONFIG", file.toString()).run("health"))
        .isZero();
  }

  @Test
  void whatTheConfigurationDoesNotTellIsAskedFor() {
    Program chosen = new Program();
    assertThat(chosen.run("health", "--set", "management.port=0")).isEqualTo(1);
    assertThat(chosen.err()).contains("management.port is 0").contains("give --url");

    Program wrong = new Program();
    assertThat(wrong.run("health", "--set", "management.port=x")).isEqualTo(1);
    assertThat(wrong.err()).contains("management.port must be a whole number");

    Program gone = new Program();
    assertThat(gone.run("health", "--config", "gone.yaml")).isEqualTo(1);
    assertThat(gone.err()).contains("gone.yaml does not exist");
  }

  @Test
  void nobodyThereIsNotHealthy() {
    try (RefusedPort port = RawServer.refusing()) {
      Program program = new Program();

      assertThat(program.run("health", "--url", "http://127.0.0.1:" + port.port())).isEqualTo(1);
      assertThat(program.err()).contains("nobody listens there").hasLineCount(1);
    }
  }

  @Test
  @Timeout(20)
  void whatDoesNotAnswerOrSpeakHttpIsNotHealthy() throws IOException {
    try (RawServer silent = RawServer.start(Script.stall());
        RawServer junk = RawServer.start(Script.junk())) {
      long begin = System.nanoTime();
      Program waited = new Program();
      assertThat(waited.run("health", "--url", silent.uri("").toString())).isEqualTo(1);
      assertThat(waited.err()).contains("no answer within 2 seconds");
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(8));

      Program other = new Program();
      assertThat(other.run("health", "--url", junk.uri("").toString())).isEqualTo(1);
      assertThat(other.err()).contains("does not speak HTTP");
    }
  }
}
