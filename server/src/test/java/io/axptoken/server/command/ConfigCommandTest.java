package io.axptoken.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.service.config.load.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
  private static final String ACCOUNT =
      """
      server: { port: 3001, allowedOrigins: ["https://a.example", "https://b.example:8443"] }
      axp:
        hostName: na.api.avayacloud.com
        accountId: ABCDEF
        integrationId: 3f2504e0-4f89-41d3-9a0c-0305e82c3301
        clientId: client
        clientSecret: ${file:secret}
        appKey: app-key
        caCertificatePath: ca.pem
        callingRemoteAddress: "+49: $${x} # \\"é\\\\"
      """;
  private static final String MORE =
      """
      integrations:
        sales: { hostName: eu.example.com, clientSecret: sales-s3cr3t, allowedOrigins: [] }
        shop: { identity: { modes: [guest], guest: { secrets: [s3cr3t-0123456789-0123456789-abcd] } } }
      identity:
        modes: [jwt, claimed]
        jwt:
          issuer: https://login.example
          audience: [tokens]
          claims: { userId: sub, emailAddresses: profile.mail }
      """;

  @TempDir Path folder = Path.of("");

  private Path file(String yaml) throws IOException {
    Files.writeString(folder.resolve("secret"), "file-s3cr3t\n");
    Files.writeString(folder.resolve("ca.pem"), "");
    return Files.writeString(folder.resolve("token-server.yaml"), yaml);
  }

  private static Settings settings(Path file, Map<String, String> environment) {
    return switch (SettingsLoader.load(file, environment, Map.of())) {
      case Loaded.Valid(Settings settings, _) -> settings;
      case Loaded.Invalid<Settings> invalid ->
          throw new AssertionError(invalid.problems().toString());
    };
  }

  @Test
  void eachValueStandsWithItsSource() throws IOException {
    Path file = file(ACCOUNT);
    Program program = new Program().environment("LIMITS_BURST", "7");

    int code = program.run("config", "--config", file.toString(), "--set", "server.host=::1");
    assertThat(program.err()).isEmpty();
    assertThat(code).isZero();
    assertThat(program.out())
        .contains("\nserver:\n  port: 3001  # " + file + ":1\n")
        .contains("  host: '::1'  # command line\n")
        .contains("  allowedOrigins: ['https://a.example', 'https://b.example:8443']  # " + file)
        .contains("  ssl: false  # default\n")
        .contains("  burst: 7  # environment variable LIMITS_BURST\n")
        .contains("  resilience:\n    maxConcurrent: 1024  # default\n")
        .contains("  caCertificatePath: " + folder.resolve("ca.pem") + "  # ")
        .contains(
            "  clientSecret: '${file:" + folder.resolve("secret") + "}'  # [REDACTED] " + file)
        .doesNotContain("s3cr3t");
    assertThat(program.err()).isEmpty();
  }

  @Test
  void whatIsPrintedLoadsToTheSameSettings() throws IOException {
    Path file = file(ACCOUNT + MORE);
    Map<String, String> secrets =
        Map.of(
            "INTEGRATIONS_SALES_CLIENT_SECRET", "sales-s3cr3t",
            "INTEGRATIONS_SHOP_IDENTITY_GUEST_SECRETS", "s3cr3t-0123456789-0123456789-abcd");
    Program program = new Program();
    int code = program.run("config", "--config", file.toString());
    assertThat(program.err()).isEmpty();
    assertThat(code).isZero();

    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path printed = Files.writeString(elsewhere.resolve("printed.yaml"), program.out());

    assertThat(program.out()).doesNotContain("s3cr3t");
    assertThat(settings(printed, secrets)).isEqualTo(settings(file, Map.of()));
  }

  @Test
  void secretsFromTheEnvironmentStayThere() throws IOException {
    Program program = Program.configured();
    assertThat(program.run("config")).isZero();

    assertThat(program.out())
        .contains(
            "  clientSecret: '${env:AXP_CLIENT_SECRET}'  # [REDACTED] environment variable"
                + " AXP_CLIENT_SECRET\n")
        .contains("  sslPassPhrase: ''  # default\n")
        .doesNotContain("s3cr3t");
    Path printed = file(program.out());
    assertThat(settings(printed, Map.of("AXP_CLIENT_SECRET", "s3cr3t")).axp().appKey())
        .isEqualTo("app-key");
  }

  @Test
  void aConfigurationThatIsWrongIsListed() {
    Program program = new Program();

    assertThat(program.run("config")).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).startsWith("The configuration has 6 problems:");
  }

  @Test
  void theReferenceIsTheDocument() throws IOException {
    Program program = new Program();

    assertThat(program.run("config", "--reference")).isZero();
    assertThat(program.out()).isEqualTo(Files.readString(Path.of("../docs/configuration.md")));
  }
}
