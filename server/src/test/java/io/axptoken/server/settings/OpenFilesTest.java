package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with secrets that all accounts of the machine may read are named. */
class OpenFilesTest {
  private static final String REFERRED = "axp: { clientSecret: '${file:secret}' }";

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void letOthersIn() throws IOException {
    rights(folder, "rwxr-xr-x");
  }

  private static void rights(Path path, String rights) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
  }

  private Path file(String name, String text, String rights) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    rights(file, rights);
    return file;
  }

  private List<String> warnings(String rightsOfConfiguration, String yaml) throws IOException {
    Configuration configuration =
        Configuration.minimal().without("AXP_CLIENT_SECRET").file(folder, yaml);
    rights(folder.resolve("token-server.yaml"), rightsOfConfiguration);
    return configuration.valid().effective().warnings();
  }

  @ParameterizedTest
  @CsvSource({"rw-r--r--, 644", "r--r--r--, 444", "rwxrwxrwx, 777", "rw----r--, 604"})
  void oneThatEverybodyMayReadIsNamedWithWhatToDo(String rights, String mode) throws IOException {
    Path secret = file("secret", "s3cr3t", rights);

    assertThat(warnings("rw-r--r--", REFERRED))
        .containsExactly(
            "Every account of the machine may read %s (mode %s), which holds axp.clientSecret: chmod"
                    .formatted(secret, mode)
                + " o-rwx %s, or defaultMode: 0440 where Kubernetes mounts it.".formatted(secret));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--r-----", "rw-rw----"})
  void oneOfAGroupIsFine(String rights) throws IOException {
    file("secret", "s3cr3t", rights);

    assertThat(warnings("rw-r--r--", REFERRED)).isEmpty();
  }

  @Test
  void oneInAFolderThatOthersCannotEnterIsFine() throws IOException {
    file("secret", "s3cr3t", "rw-r--r--");
    rights(folder, "rwxr-x---");

    assertThat(warnings("rw-r--r--", REFERRED)).isEmpty();
  }

  @Test
  void aLinkIsFollowed() throws IOException {
    Path secret = file("..data", "s3cr3t", "rw-r--r--");
    Files.createSymbolicLink(folder.resolve("secret"), secret);

    assertThat(warnings("rw-r--r--", REFERRED))
        .singleElement()
        .asString()
        .contains(folder.resolve("secret") + " (mode 644)");
  }

  @Test
  void theConfigurationIsOneIfASecretStandsInIt() throws IOException {
    assertThat(warnings("rw-r--r--", "axp: { clientSecret: s3cr3t }"))
        .singleElement()
        .asString()
        .contains("token-server.yaml (mode 644), which holds axp.clientSecret");
    assertThat(warnings("rw-r-----", "axp: { clientSecret: s3cr3t }")).isEmpty();
  }

  @Test
  void thePrivateKeyIsOneAndTheCertificateIsNot() throws IOException {
    file("tls.key", "", "rw-r--r--");
    file("tls.crt", "", "rw-r--r--");
    String tls = "ssl: true, sslCertificatePath: tls.crt, sslPrivateKeyPath: tls.key";

    assertThat(
            Configuration.minimal()
                .file(folder, "server: { " + tls + " }")
                .valid()
                .effective()
                .warnings())
        .singleElement()
        .asString()
        .contains("tls.key (mode 644), which holds server.sslPrivateKeyPath");
  }

  @Test
  void eachIsNamedOnceAndOfVeryManyTheFirst() throws IOException {
    StringBuilder yaml = new StringBuilder("integrations:\n");
    for (int i = 0; i < 30; i++) {
      String name = "s" + i / 2;
      file(name, "s3cr3t", "rw-r--r--");
      yaml.append("  i%d: { clientSecret: '${file:%s}' }\n".formatted(i, name));
    }
    file("secret", "s3cr3t", "rw-r-----");

    assertThat(warnings("rw-r--r--", REFERRED + "\n" + yaml))
        .hasSize(11)
        .last()
        .isEqualTo("Every account of the machine may read 5 more files with secrets.");
  }
}
