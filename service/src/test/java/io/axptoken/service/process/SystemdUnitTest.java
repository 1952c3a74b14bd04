package io.axptoken.service.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit file that is shipped, as systemd reads it; where there is no systemd, as text alone. */
class SystemdUnitTest {
  private static final Path UNIT = Path.of("../deploy/systemd/axp-token-server.service");
  private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

  /** Tenths: everything above is more than this server needs to be exposed to. */
  private static final String MOST_EXPOSED = "--threshold=20";

  @TempDir Path folder = Path.of("");

  /** With a program and a user that every machine has. */
  private Path anywhere() throws IOException {
    String unit =
        Files.readString(UNIT)
            .replaceAll("(?m)^ExecStart=\\S+", "ExecStart=/bin/true")
            .replaceAll("(?m)^(User|Group)=.*", "$1=daemon");
    return Files.writeString(folder.resolve("axp-token-server.service"), unit);
  }

  @Test
  void systemdUnderstandsEveryLine() throws Exception {
    assertThat(analyze("verify", anywhere().toString())).isEmpty();
  }

  @Test
  void theSandboxIsTight() throws Exception {
    assertThat(analyze("security", "--offline=true", MOST_EXPOSED, anywhere().toString()))
        .doesNotContain("UNSAFE")
        .doesNotContain("EXPOSED");
  }

  @Test
  void theUnitSpeaksTheProtocolOfTheServer() throws IOException {
    assertThat(Files.readString(UNIT))
        .contains("Type=notify\n", "ExecReload=/bin/kill -HUP $MAINPID\n", "WatchdogSec=")
        .contains("RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX\n")
        .contains("MemoryDenyWriteExecute=no\n");
  }

  private static String analyze(String... arguments) throws Exception {
    if (!Files.isExecutable(ANALYZE)) {
      return "";
    }
    String[] command = new String[arguments.length + 1];
    command[0] = ANALYZE.toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
