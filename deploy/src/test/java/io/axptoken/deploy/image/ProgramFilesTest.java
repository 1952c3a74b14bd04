package io.axptoken.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the package goes into the image. */
class ProgramFilesTest {
  @TempDir private Path unpacked = Path.of("");
  @TempDir private Path work = Path.of("");

  @BeforeEach
  void unpackAPackage() throws IOException {
    Files.createDirectories(unpacked.resolve("lib/sandbox"));
    for (String jar : new String[] {"lib/b-1.jar", "lib/a-2.jar", "lib/axp-server-1.jar"}) {
      Files.writeString(unpacked.resolve(jar), jar);
    }
    Files.writeString(unpacked.resolve("lib/sandbox/axp-sandbox-1.jar"), "for the sandbox");
    Files.writeString(unpacked.resolve("lib/token-server.jvm"), "# Flags.\n-Xmx256m\n");
    Files.createDirectories(unpacked.resolve("bin"));
    Files.copy(Path.of("../bin/token-server"), unpacked.resolve("bin/token-server"));
  }

  @Test
  void theJarsOfOthersAreALayerOfTheirOwnAndTheSandboxStaysOut() throws IOException {
    ProgramFiles files = new ProgramFiles(unpacked, work);
    assertThat(files.libraries().keySet())
        .contains("/usr/share/axp-token-server/lib/a-2.jar")
        .noneMatch(path -> path.contains("axp-server-") || path.contains("sandbox"));
    assertThat(files.application().keySet())
        .contains(
            "/usr/share/axp-token-server/lib/axp-server-1.jar",
            "/usr/share/axp-token-server/LICENSE",
            "/etc/axp-token-server/token-server.yaml")
        .noneMatch(path -> path.contains("a-2.jar") || path.contains("sandbox"));
  }

  @Test
  void javaIsStartedWithTheShippedFlagsAndTheJarsInOrder() throws IOException {
    Path arguments = new ProgramFiles(unpacked, work).application().get(ImageSpec.ARGUMENTS);
    String lib = "/usr/share/axp-token-server/lib/";
    assertThat(arguments)
        .hasContent(
            "# Flags.\n-Xmx256m\n-cp\n%1$sa-2.jar:%1$saxp-server-1.jar:%1$sb-1.jar\n%2$s\n"
                .formatted(lib, "io.axptoken.server.Main"));
  }

  @Test
  void aLauncherInAnotherFormStopsTheBuild() throws IOException {
    Files.writeString(unpacked.resolve("bin/token-server"), "#!/bin/sh\nexec java -jar x.jar\n");
    assertThatThrownBy(() -> new ProgramFiles(unpacked, work).application())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("starts nothing in the form");
  }
}
