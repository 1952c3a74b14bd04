package io.axptoken.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform whose name is given another address; in a JVM whose hosts file is ours. */
class JdkMovedPlatformTest {
  private static final Duration KEPT_BY_THE_JDK = Duration.ofSeconds(1);

  @TempDir Path folder;
  private RawServer here;
  private RawServer there;
  private Process caller;

  @BeforeEach
  void setUp() throws IOException {
    here = RawServer.start(listener("127.0.0.1", 0), Script.answer(200, "here"));
    there = RawServer.start(listener("127.0.0.2", here.port()), Script.answer(200, "there"));
    point("127.0.0.1");
    caller =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djdk.net.hosts.file=" + hosts(),
                "-Dsun.net.inetaddr.ttl=" + KEPT_BY_THE_JDK.toSeconds(),
                "-Djdk.httpclient.keepalive.timeout=1",
                "-cp",
                System.getProperty("java.class.path"),
                RepeatingCaller.class.getName(),
                "http://platform.example:" + here.port() + "/")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
  }

  @AfterEach
  void tearDown() {
    caller.destroy();
    here.close();
    there.close();
  }

  @Test
  void aPlatformThatMovesIsFollowedWhileItsOldAddressStillAnswers() throws Exception {
    try (var answers =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        var ask = new PrintStream(caller.getOutputStream(), true, StandardCharsets.UTF_8)) {
      assertThat(answer(ask, answers)).isEqualTo("200 here");

      point("127.0.0.2");
      long end = System.nanoTime() + KEPT_BY_THE_JDK.plusSeconds(3).toNanos();
      while (answer(ask, answers).equals("200 here")) {
        assertThat(System.nanoTime()).as("in time").isLessThan(end);
      }

      assertThat(answer(ask, answers)).isEqualTo("200 there");
      here.awaitOpenConnections(0);
    }
  }

  private static String answer(PrintStream ask, BufferedReader answers) throws IOException {
    ask.println();
    return answers.readLine();
  }

  private void point(String address) throws IOException {
    Files.writeString(hosts(), address + " platform.example\n");
  }

  private Path hosts() {
    return folder.resolve("hosts");
  }

  private static ServerSocket listener(String address, int port) throws IOException {
    return new ServerSocket(port, 50, InetAddress.ofLiteral(address));
  }
}
