package io.axptoken.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.demo.Demo.Start.Running;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The demo as a process of its own. */
@Timeout(60)
final class MainTest {
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatRuns() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void theTerminalSaysWhereItIsAndItsCurlLineWorksAsItStands() throws Exception {
    Process demo = start("--port", "0");
    List<String> greeting = greeting(demo.inputReader());
    assertThat(String.join("\n", greeting))
        .contains("its tokens work nowhere else")
        .containsPattern("Playground  http://localhost:\\d+/")
        .containsPattern("Sandbox     http://127\\.0\\.0\\.1:\\d+")
        .containsPattern("Connector   http://127\\.0\\.0\\.1:\\d+/")
        .containsPattern("Health      http://127\\.0\\.0\\.1:\\d+/health");

    int port = URI.create(lastWord(greeting, "Playground")).getPort();
    WarmDemo.awaitTokens(URI.create(lastWord(greeting, "Playground")));
    String curl = lineWith(greeting, "curl ").strip();
    assertThat(curl)
        .isEqualTo(
            "curl -s localhost:%d/token -H 'content-type: application/json' -d '{\"userId\":\"u1\"}'"
                .formatted(port));
    assertThat(new JsonObject(output("sh", "-c", curl)).getString("jwtToken")).startsWith("jwt.");
    String health = lastWord(greeting, "Health");
    assertThat(output("curl", "-s", "-w", "%{http_code}", health)).endsWith("200");
  }

  @Test
  void toldToEndItStopsListeningAndEnds() throws Exception {
    Process demo = start("--port", "0");
    List<String> greeting = greeting(demo.inputReader());
    int port = URI.create(lastWord(greeting, "Playground")).getPort();
    demo.destroy();
    assertThat(demo.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void aPortInUseIsOneClearLine() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process demo = start("--port", Integer.toString(other.getLocalPort()));
      assertThat(demo.errorReader().lines())
          .singleElement()
          .asString()
          .startsWith("Cannot listen on 127.0.0.1 port " + other.getLocalPort())
          .contains("script/server --port 3100");
      assertThat(demo.waitFor()).isEqualTo(1);
    }
  }

  @Test
  void aWrongArgumentIsExplained() throws Exception {
    Process demo = start("--port", "70000");
    assertThat(demo.errorReader().lines())
        .singleElement()
        .asString()
        .startsWith("server.port must be a whole number from 0 to 65535");
    assertThat(demo.waitFor()).isEqualTo(2);
  }

  @Test
  void twoDemosRunBesideEachOther() {
    try (Demo first = ((Running) Demo.start("127.0.0.1", 0)).demo();
        Demo second = ((Running) Demo.start("127.0.0.1", 0)).demo()) {
      assertThat(second.page()).isNotEqualTo(first.page());
      assertThat(second.health()).isNotEqualTo(first.health());
      assertThat(second.sandbox().baseUri()).isNotEqualTo(first.sandbox().baseUri());
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).start();
    started.add(process);
    return process;
  }

  private static List<String> greeting(BufferedReader output) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
      if (line.startsWith("Ctrl-C")) {
        return lines;
      }
    }
    throw new AssertionError("no greeting, but: " + lines);
  }

  private static String lastWord(List<String> lines, String label) {
    String line = lineWith(lines, label).strip();
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  private static String lineWith(List<String> lines, String text) {
    return lines.stream().filter(line -> line.contains(text)).findFirst().orElseThrow();
  }

  private static String output(String... command) throws Exception {
    Process process = new ProcessBuilder(command).start();
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    return new String(output, StandardCharsets.UTF_8);
  }
}
