package io.axptoken.push.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.push.fixture.StubFcm;
import io.axptoken.push.fixture.StubFcm.Reply;
import io.axptoken.push.fixture.TestConnector;
import io.axptoken.service.command.CommandContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    CommandContext process =
        new CommandContext(
            Map.of(), stream(out), stream(err), null, Clock.systemUTC(), () -> false);
    return new Commands(process, _ -> CompletableFuture.completedFuture("started")).run(args);
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String file(String yaml) throws Exception {
    return "--config=" + Files.writeString(folder.resolve("push.yaml"), yaml);
  }

  @Test
  void aMasterKeyIsOneLineOf32Bytes() {
    assertThat(run("key", "new")).isZero();
    assertThat(Base64.getDecoder().decode(said().strip())).hasSize(32);
  }

  @Test
  void anApiKeyComesWithTheConfigurationOfItsHash() {
    assertThat(run("apikey", "new", "--name", "me")).isZero();
    assertThat(said())
        .startsWith("axpk_")
        .containsPattern("admin:\\n  keys:\\n    me: [0-9a-f]{64}");
  }

  @Test
  void itSaysItsVersionAndHelps() {
    assertThat(run("--version")).isZero();
    assertThat(run("--help")).isZero();
    assertThat(said()).contains("push-connector ", "serve", "check", "apikey");
  }

  @Test
  void aWrongCommandLineIsExplained() {
    assertThat(run("sevre")).isEqualTo(2);
    assertThat(run("key")).isEqualTo(2);
    assertThat(complained()).contains("push-connector: ", "key needs to know what to do");
  }

  @Test
  void aWrongConfigurationDoesNotStart() throws Exception {
    assertThat(run("serve", file("server: { prot: 1 }"))).isEqualTo(2);
    assertThat(complained()).contains("did you mean server.port", "keys.masterKey");
  }

  @Test
  void theConfigurationInForceHidesItsSecrets() throws Exception {
    assertThat(run("config", file("keys: { masterKey: " + TestConnector.MASTER_KEY + " }")))
        .isZero();
    assertThat(said()).contains("3002", "9092").doesNotContain(TestConnector.MASTER_KEY);
  }

  @Test
  void checkTriesEverything() throws Exception {
    try (StubFcm fcm = new StubFcm()) {
      try (TestConnector connector = TestConnector.start(folder, TestConnector.yaml(fcm.uri()))) {
        connector.configure("c1", fcm.tokenUri());
      }
      String config = "--config=" + folder.resolve("push.yaml");
      String data = "--set=dataDirectory=" + folder.resolve("data");
      fcm.answer(_ -> Reply.error(400, "INVALID_ARGUMENT"));
      assertThat(run("check", config, data)).isZero();
      assertThat(said()).contains("database, sqlite", "the key is readable", "takes messages");
      fcm.answer(_ -> Reply.plainError(403, "PERMISSION_DENIED"));
      assertThat(run("check", config, data)).isEqualTo(1);
      assertThat(said()).contains("FAILED", "PERMISSION_DENIED");
    }
  }

  @Test
  void aConnectorThatDoesNotRunIsNotHealthy() {
    assertThat(run("health", "--url", "http://127.0.0.1:1")).isEqualTo(1);
  }
}
