package io.axptoken.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTest {
  @TempDir Path folder;

  @Test
  void itIsTheFolderAboveTheProgramsJar() {
    Path lib = folder.resolve("lib");
    String classPath =
        lib.resolve("axp-client-1.2.0.jar")
            + File.pathSeparator
            + lib.resolve("axp-server-1.2.0.jar")
            + File.pathSeparator
            + lib.resolve("vertx-core-5.2.0.jar");

    assertThat(Installation.homeIn(classPath)).isEqualTo(folder);
  }

  @Test
  void aRelativeClassPathStandsInTheWorkingDirectory() {
    assertThat(Installation.homeIn("lib/axp-server-1.2.0.jar"))
        .isEqualTo(Path.of("").toAbsolutePath());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "target/classes",
        "target/axp-server-1.2.0.jar",
        "lib/other-server-1.2.0.jar",
        "lib/axp-server.jar"
      })
  void elsewhereThereIsNone(String classPath) {
    assertThat(Installation.homeIn(classPath)).isNull();
  }

  @Test
  void runFromClassesThereIsNone() {
    assertThat(Installation.home()).isNull();
  }
}
