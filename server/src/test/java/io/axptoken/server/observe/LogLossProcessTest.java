package io.axptoken.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import io.axptoken.server.Main;
import io.axptoken.server.fixture.ServerProcess;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program where its standard output takes nothing: it serves, and says what it loses. */
@WithAxpSandbox
@EnabledOnOs(OS.LINUX)
class LogLossProcessTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path folder = Path.of("");

  private int port;
  private int management;

  @AfterEach
  void close() {
    http.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"exec 1>/dev/full", "exec 1> >(true); wait $!"})
  void itServesAndCountsWhatItLoses(String output, AxpSandbox sandbox) throws Exception {
    Process server = start(output, sandbox);
    try {
      await("/health/ready", answer -> answer.statusCode() == 200);
      assertThat(token().statusCode()).isEqualTo(200);

      HttpResponse<String> metrics =
          await("/metrics", answer -> !answer.body().contains("{log=\"audit\"} 0.0"));
      assertThat(metrics.body())
          .contains("axp_log_lines_lost_total{log=\"audit\"} 1.0")
          .contains("axp_log_lines_lost_total{log=\"access\"} 1.0")
          .doesNotContain("axp_log_lines_lost_total{log=\"server\"} 0.0");
      HttpResponse<String> health = get("/health");
      assertThat(health.statusCode()).isEqualTo(200);
      JsonObject report = new JsonObject(health.body());
      assertThat(report.getString("status")).isEqualTo("DEGRADED");
      JsonObject log = report.getJsonObject("parts").getJsonObject("log");
      assertThat(log.getString("status")).isEqualTo("DEGRADED");
      assertThat(log.getString("since")).isNotEmpty();
      assertThat(log.getJsonObject("linesLost").getLong("audit")).isEqualTo(1);
      assertThat(get("/health/ready").statusCode()).isEqualTo(200);

      server.destroy();
      assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readString(folder.resolve("err")))
          .contains("log lines were lost (audit 1, access 1, server ");
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void whereTheLogIsTakenNothingIsWrong(AxpSandbox sandbox) throws Exception {
    Process server = start("exec 1>/dev/null", sandbox);
    try {
      await("/health/ready", answer -> answer.statusCode() == 200);

      JsonObject log =
          new JsonObject(get("/health").body()).getJsonObject("parts").getJsonObject("log");
      assertThat(log).isEqualTo(new JsonObject().put("status", "UP"));
      assertThat(get("/metrics").body())
          .contains("axp_log_lines_lost_total{log=\"audit\"} 0.0")
          .contains("axp_log_lines_lost_total{log=\"server\"} 0.0");
    } finally {
      server.destroyForcibly();
    }
  }

  private Process start(String output, AxpSandbox sandbox) throws IOException {
    port = free();
    management = free();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            "bash",
            "-c",
            output + "; exec \"$JAVA\" -XX:TieredStopAtLevel=1 \"$MAIN\" \"$@\"",
            "server",
            "--set=server.host=127.0.0.1",
            "--set=server.port=" + port,
            "--set=management.port=" + management,
            "--set=logging.access=true");
    builder.environment().putAll(ServerProcess.account(sandbox));
    builder.environment().remove("SERVER_PORT");
    builder.environment().put("JAVA", java);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("MAIN", Main.class.getName());
    return builder.redirectError(folder.resolve("err").toFile()).start();
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private HttpResponse<String> token() throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/token"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"userId\":\"cust0mer-1\"}"))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + path)).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> await(String path, Predicate<HttpResponse<String>> fits)
      throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end) {
      try {
        HttpResponse<String> answer = get(path);
        if (fits.test(answer)) {
          return answer;
        }
      } catch (IOException _) {
        // Not yet there, or not whole yet.
      }
    }
    throw new AssertionError(path + " does not come to be as awaited");
  }
}
