package io.axptoken.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.service.config.load.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  static final String SAMPLE =
      """
      // Configuration of a server.
      import dotenv from 'dotenv';
      const unrelated = { color: 'red', ...more };

      export const config = {
        /* where to listen */
        server: {
          port: process.env.PORT || 3000, // or so
          allowedOrigins: ['https://shop.example/', "http://localhost:8080",],
          ssl: false,
          sslCertificatePath: '',
          sslPrivateKeyPath: "",
          sslPassPhrase: ``,
          trustProxy: true,
        },
        axp: {
          hostName: 'na.api.avayacloud.com',
          accountId: "ABCDEF",
          'integrationId': '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
          clientId: `${process.env.AXP_CLIENT}`,
          clientSecret: 's3cr3t\\'with "quotes" and ${braces}',
          appKey: 'app' + '-key',
          jwtValidityInterval: Number(45),
          callingRemoteAddress: '+49 17',
          fcmConnectorBaseUrl: null,
          configId: undefined,
        },
      };
      """;

  @TempDir Path folder = Path.of("");

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Settings load(Path file, Map<String, String> environment) {
    return switch (SettingsLoader.load(file, environment, Map.of())) {
      case Loaded.Valid(Settings settings, _) -> settings;
      case Loaded.Invalid<Settings> invalid ->
          throw new AssertionError(invalid.problems().toString());
    };
  }

  @Test
  void theSamplesConfigurationLoadsHere() throws IOException {
    Path sample = file("configuration.js", SAMPLE);
    Path output = folder.resolve("my.yaml");
    Program program = new Program().environment("AXP_CLIENT", "client");

    int code = program.run("import", sample.toString(), "--output", output.toString());

    assertThat(program.err()).doesNotContain("Still wrong");
    assertThat(code).isZero();
    Settings settings = load(output, Map.of("AXP_CLIENT", "client"));
    assertThat(settings.server().port()).isEqualTo(3000);
    assertThat(settings.server().allowedOrigins())
        .containsExactly("https://shop.example", "http://localhost:8080");
    assertThat(settings.axp().hostName()).isEqualTo("na.api.avayacloud.com");
    assertThat(settings.axp().accountId()).isEqualTo("ABCDEF");
    assertThat(settings.axp().clientId()).isEqualTo("client");
    assertThat(settings.axp().clientSecret().reveal())
        .isEqualTo("s3cr3t'with \"quotes\" and ${braces}");
    assertThat(settings.axp().appKey()).isEqualTo("app-key");
    assertThat(settings.axp().jwtValidityInterval()).isEqualTo(Duration.ofMinutes(45));
    assertThat(settings.axp().callingRemoteAddress()).isEqualTo("+49 17");
    assertThat(settings.axp().configId()).isEmpty();
  }

  @Test
  void theNameOfAVariableWritesNoReferenceOfAnotherKind() throws IOException {
    Path mine = file("private", "s3cr3t-of-this-machine");
    Path sample =
        file(
            "configuration.js",
            SAMPLE.replace("'app' + '-key'", "process.env[\"X}${file:" + mine + "}${env:X\"]"));
    Path output = folder.resolve("my.yaml");

    Program program = new Program();
    program.run("import", sample.toString(), "--output", output.toString());

    assertThat(Files.readString(output)).doesNotContain("${file:" + mine);
    assertThat(program.err()).contains("Not carried: axp.appKey");
  }

  @Test
  void itSaysWhatItDidAndWhatIsLeftToDecide() throws IOException {
    Path sample = file("configuration.js", SAMPLE);
    Path output = folder.resolve("my.yaml");
    Program program = new Program().environment("AXP_CLIENT", "client");
    program.run("import", sample.toString(), "--output", output.toString());

    assertThat(program.out()).isEmpty();
    assertThat(program.err())
        .contains("Secret moved to " + folder.resolve("my.yaml.client-secret"))
        .contains("Note: server.port was the environment variable PORT or else a value")
        .contains("Note: An origin of server.allowedOrigins ended in a slash")
        .contains("Not carried: server.trustProxy (line 14, column 17): there is no such setting")
        .contains("Decide: identity.modes is claimed")
        .contains("Next: token-server check --config " + output)
        .doesNotContain("s3cr3t");
    assertThat(Files.readString(output)).contains("modes: [claimed]").doesNotContain("s3cr3t");
    for (String made : new String[] {"my.yaml", "my.yaml.client-secret"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(made))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void onStandardOutputThereIsNoSecretUnlessAskedFor() throws IOException {
    Path sample = file("configuration.js", SAMPLE);

    Program program = new Program();
    assertThat(program.run("import", sample.toString())).isZero();
    assertThat(program.out())
        .contains("clientSecret: '${env:AXP_CLIENT_SECRET}'")
        .doesNotContain("s3cr3t");
    assertThat(program.err()).contains("Secret left out: set AXP_CLIENT_SECRET");

    Program inline = new Program();
    assertThat(inline.run("import", "--inline-secrets", sample.toString())).isZero();
    assertThat(inline.out()).contains("clientSecret: 's3cr3t''with \"quotes\" and $${braces}'");
  }

  @Test
  void whatOnlyRunningItWouldTellIsNamedWithItsPlace() throws IOException {
    Path sample =
        file(
            "configuration.js",
            """
            module.exports = { axp: {
              appKey: readFileSync('/etc/key', { encoding: 'utf8' }).trim(),
              accountId: test ? 'A' : 'B',
              clientId: `${prefix}-client`.toLowerCase() }
            """
                    .replace("`${prefix}-client`", "prefix")
                + "};");
    Program program = new Program();

    assertThat(program.run("import", sample.toString())).isEqualTo(1);
    assertThat(program.err())
        .contains("Not carried: axp.appKey (line 2, column 11): an expression that only running")
        .contains("Not carried: axp.accountId (line 3, column 14)")
        .contains("Not carried: axp.clientId (line 4, column 13)");
  }

  @Test
  void placeholdersStayAndAreToldAsProblems() throws IOException {
    Path sample =
        file("c.js", "export default { axp: { clientSecret: '<Client Secret>', clientId: '' } }");
    Path output = folder.resolve("my.yaml");
    Program program = new Program();

    assertThat(program.run("import", sample.toString(), "--output", output.toString()))
        .isEqualTo(1);
    assertThat(program.err())
        .contains("Missing: axp.clientSecret.", "Missing: axp.clientId.", "Missing: axp.hostName.")
        .contains("Still wrong: axp.clientSecret is still a placeholder");
    assertThat(folder.resolve("my.yaml.client-secret")).doesNotExist();
  }

  @Test
  void nothingIsOverwrittenUnlessForced() throws IOException {
    Path sample = file("configuration.js", SAMPLE);
    Path output = folder.resolve("my.yaml");
    Path secret = file("my.yaml.client-secret", "old");
    Program program = new Program();

    assertThat(program.run("import", sample.toString(), "--output", output.toString()))
        .isEqualTo(1);
    assertThat(program.err()).contains("client-secret is there already").contains("--force");
    assertThat(output).doesNotExist();
    assertThat(secret).hasContent("old");

    assertThat(
            new Program()
                .run("import", "--force", sample.toString(), "--output", output.toString()))
        .isZero();
    assertThat(Files.readString(secret)).startsWith("s3cr3t");
    assertThat(
            new Program()
                .run("import", "--force", sample.toString(), "--output", sample.toString()))
        .isEqualTo(1);
    assertThat(sample).content().isEqualTo(SAMPLE);
  }

  @Test
  void aFolderIsNotReplacedAndNoSecretIsLeftBesideIt() throws IOException {
    Path sample = file("configuration.js", SAMPLE);
    Path output = Files.createDirectory(folder.resolve("there"));
    Program program = new Program();

    assertThat(program.run("import", "--force", sample.toString(), "--output", output.toString()))
        .isEqualTo(1);
    assertThat(program.err()).contains("name another --output");
    assertThat(folder.resolve("there.client-secret")).doesNotExist();
  }
}
