package io.axptoken.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.config.load.LiveSettings;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.config.load.RawConfiguration;
import io.axptoken.service.config.load.SettingsSource;
import io.axptoken.service.process.RunningService;
import io.axptoken.service.reload.Reloader.Outcome;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of one setting and one route has all that servers of ours have. */
class GreeterTest {
  private static final String LOOPBACK =
      """
      server: { host: 127.0.0.1, port: 0, reloadInterval: 0s }
      management: { port: 0 }
      """;

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private Path file;
  private RunningService<Greeter.Greeting> server;

  @BeforeEach
  void start() throws Exception {
    file = Files.writeString(folder.resolve("greeter.yaml"), LOOPBACK);
    SettingsSource<Greeter.Greeting> source =
        () -> RawConfiguration.read(Greeter.SCHEMA, file, Map.of(), Map.of());
    RawConfiguration<Greeter.Greeting> written = source.read();
    var resolved = written.resolve();
    var valid = (Loaded.Valid<Greeter.Greeting>) resolved.loaded();
    server =
        done(
            RunningService.start(
                new Greeter(),
                new LiveSettings<>(
                    valid.settings(),
                    valid.effective().protections(),
                    written,
                    resolved.files(),
                    source,
                    _ -> {})));
  }

  @AfterEach
  void stop() throws Exception {
    assertThat(done(server.stop())).as("an orderly stop").isTrue();
    http.close();
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private HttpResponse<String> get(int port, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  @Test
  void itAnswers() throws Exception {
    HttpResponse<String> answer = get(server.port(), "/greeting");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("\"hello\"");
    assertThat(answer.headers().firstValue("x-request-id")).isPresent();
  }

  @Test
  void whatIsNotThereIsAProblem() throws Exception {
    HttpResponse<String> answer = get(server.port(), "/elsewhere");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(new JsonObject(answer.body()).getString("detail"))
        .isEqualTo("Greetings are at /greeting.");
  }

  @Test
  void itTellsHowItIsAndCounts() throws Exception {
    get(server.port(), "/greeting");

    assertThat(get(server.managementPort(), "/health/ready").statusCode()).isEqualTo(200);
    assertThat(new JsonObject(get(server.managementPort(), "/health").body()).getString("status"))
        .isEqualTo("UP");
    assertThat(get(server.managementPort(), "/metrics").body())
        .contains("axp_ready 1.0", "http_server_in_flight 0.0");
  }

  @Test
  void itTakesOtherWordsWhileItRuns() throws Exception {
    Files.writeString(file, LOOPBACK + "greeting: { words: good evening }\n");

    assertThat(done(Objects.requireNonNull(server.reloader()).reread()))
        .isEqualTo(Outcome.RELOADED);

    assertThat(get(server.port(), "/greeting").body()).isEqualTo("\"good evening\"");
    assertThat(get(server.managementPort(), "/metrics").body())
        .contains("axp_reload_total{outcome=\"success\",what=\"config\"} 1.0");
  }

  @Test
  void whatCannotBeReadStaysAsItWas() throws Exception {
    Files.writeString(file, LOOPBACK + "greeting: { word: good evening }\n");

    assertThat(done(Objects.requireNonNull(server.reloader()).reread())).isEqualTo(Outcome.FAILED);

    assertThat(get(server.port(), "/greeting").body()).isEqualTo("\"hello\"");
  }
}
