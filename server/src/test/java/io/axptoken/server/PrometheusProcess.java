package io.axptoken.server;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Prometheus of its own on this machine: it reads one server every second, and knows our rules.
 */
final class PrometheusProcess implements AutoCloseable {
  private static final Pattern LISTENING =
      Pattern.compile("msg=\"Listening on\" address=(127\\.0\\.0\\.1:\\d+)");

  private final Process process;
  private final String address;
  private final HttpClient http = HttpClient.newHttpClient();

  private PrometheusProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** A program of Debian's package prometheus, which the tests cannot do without. */
  static ProcessBuilder command(String... command) {
    boolean installed =
        Pattern.compile(":")
            .splitAsStream(String.valueOf(System.getenv("PATH")))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, command[0])));
    if (!installed) {
      throw new AssertionError(
          command[0]
              + " is missing: install Debian's package prometheus (script/lib/install-test-tools"
              + " does it as root), or another Prometheus of version 2.42 or newer.");
    }
    return new ProcessBuilder(command);
  }

  static PrometheusProcess start(Path folder, int targetPort) throws IOException {
    Path config = folder.resolve("prometheus.yaml");
    Files.writeString(
        config,
        """
        global: { scrape_interval: 1s, evaluation_interval: 1s }
        rule_files: ["%s"]
        scrape_configs:
          - job_name: axp-token-server
            static_configs: [{ targets: ["127.0.0.1:%d"] }]
        """
            .formatted(DeployedRules.RULES.toAbsolutePath().normalize(), targetPort));
    Process process =
        command(
                "prometheus",
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:0")
            .redirectErrorStream(true)
            .start();
    return new PrometheusProcess(process, addressOf(process));
  }

  /** Reads what it says until it says where it listens; the rest is read by a thread of its own. */
  private static String addressOf(Process process) throws IOException {
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
        return listening.group(1);
      }
      all.append(line).append('\n');
    }
    throw new AssertionError("Prometheus does not start:\n" + all);
  }

  /** What a query gives now. */
  JsonArray query(String expr) throws IOException, InterruptedException {
    return get("query?query=" + URLEncoder.encode(expr, StandardCharsets.UTF_8))
        .getJsonObject("data")
        .getJsonArray("result");
  }

  /** The names of all metrics that it has. */
  JsonArray metrics() throws IOException, InterruptedException {
    return get("label/__name__/values").getJsonArray("data");
  }

  /** The rules that it has loaded, in their groups. */
  JsonArray ruleGroups() throws IOException, InterruptedException {
    return get("rules").getJsonObject("data").getJsonArray("groups");
  }

  private JsonObject get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://" + address + "/api/v1/" + path);
    JsonObject answer =
        new JsonObject(
            http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    if (!answer.getString("status").equals("success")) {
      throw new AssertionError(path + ": " + answer.getString("error"));
    }
    return answer;
  }

  @Override
  public void close() {
    http.close();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
