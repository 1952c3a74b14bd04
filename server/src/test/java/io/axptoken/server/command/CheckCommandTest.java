package io.axptoken.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.testing.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aFineConfigurationIsShownWithWhatToKnow() {
    Program program = Program.configured();

    assertThat(program.run("check", "--offline")).isZero();
    assertThat(program.out())
        .contains("Configuration file: none")
        .contains("  server.port = 3000 (default)")
        .contains("  axp.clientSecret = [REDACTED] (environment variable AXP_CLIENT_SECRET)")
        .contains("Warning: identity.modes has claimed")
        .endsWith("The configuration is fine." + System.lineSeparator())
        .doesNotContain("s3cr3t");
    assertThat(program.err()).isEmpty();
    assertThat(program.settings()).isNull();
  }

  @Test
  void aValueInQuotesThatWereKeptIsNotFineWithoutAWord() {
    Program program = Program.configured().environment("AXP_CLIENT_SECRET", "\"s3cr3t\"");

    assertThat(program.run("check", "--offline")).isZero();
    assertThat(program.out())
        .contains("Warning: axp.clientSecret has quotes around it", "variable AXP_CLIENT_SECRET")
        .doesNotContain("s3cr3t");
  }

  @Test
  void soItIsForMachines() {
    Program program = Program.configured().environment("AXP_CLIENT_SECRET", "\"s3cr3t\"");

    assertThat(program.run("check", "--offline", "--json")).isZero();
    assertThat(program.out())
        .contains("axp.clientSecret has quotes around it", "\"warning\"")
        .doesNotContain("s3cr3t");
  }

  @Test
  void whatIsWrongIsListed() {
    Program program = new Program();

    assertThat(program.run("check", "--offline")).isEqualTo(2);
    assertThat(program.err()).startsWith("The configuration has 6 problems:");
  }

  @Test
  void aMistypedVariableIsToldEvenWhenTheFileCannotBeUsed() {
    Program program = Program.configured().environment("AXP_HOSTNAME", "x");

    assertThat(program.run("check", "--offline", "--config", "gone.yaml")).isEqualTo(2);
    assertThat(program.err())
        .containsSubsequence("Warning: ", "AXP_HOSTNAME is ignored", "gone.yaml does not exist");
  }

  @Test
  void theIntegrationsAreListed(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"), "integrations: { sales: { hostName: eu.example.com } }");
    Program program = Program.configured();

    assertThat(program.run("check", "--offline", "--config", file.toString())).isZero();
    assertThat(program.out())
        .contains("Integration: default, at /token (axp at na.api.avayacloud.com)")
        .contains("Integration: sales, at /integrations/sales/token (axp at eu.example.com)")
        .contains("integrations.sales.hostName = eu.example.com");
  }

  @Test
  void whatIsSignedOffIsListed() {
    Program program = Program.configured();

    assertThat(program.run("check", "--offline", "--set", "server.accepted=any-origin,every-proxy"))
        .isZero();
    assertThat(program.out())
        .contains("Accepted: server.allowedOrigins is *")
        .contains("Warning: server.accepted has every-proxy, which is not found");
  }

  @Test
  void productionRulesAreChecked() {
    Program program = Program.configured();

    assertThat(program.run("check", "--offline", "--production")).isEqualTo(2);
    assertThat(program.err()).contains("[any-origin]");
  }

  @Test
  void publicKeysOfBearerTokensAreRead() throws Exception {
    Path keys = Files.writeString(folder.resolve("keys.pem"), "no key");
    Program program =
        Program.configured()
            .environment("IDENTITY_MODES", "jwt")
            .environment("IDENTITY_JWT_ISSUER", "backend")
            .environment("IDENTITY_JWT_AUDIENCE", "tokens")
            .environment("IDENTITY_JWT_PUBLIC_KEY_PATHS", keys.toString());

    assertThat(program.run("check", "--offline")).isEqualTo(2);
    assertThat(program.err()).contains("No usable public key in " + keys);
  }

  @Test
  void keyMaterialThatFitsIsSaidToBeFine() {
    Pem.Identity identity = Pem.in(folder).selfSigned(Pem.KeyType.EC_P256);
    Program program = withTls(identity.certificate(), identity.key());

    assertThat(program.run("check", "--offline")).isZero();
    assertThat(program.out())
        .contains("Certificate and private key fit together.")
        .contains("The platform's CA certificates can be read.");
  }

  @Test
  void keyMaterialThatDoesNotFitIsAProblem() {
    Pem pem = Pem.in(folder);
    Pem.Identity identity = pem.selfSigned(Pem.KeyType.EC_P256);
    Program program = withTls(identity.certificate(), pem.key(Pem.KeyType.EC_P256));
    program.environment("AXP_CA_CERTIFICATE_PATH", identity.key().toString());

    assertThat(program.run("check", "--offline")).isEqualTo(2);
    assertThat(program.err()).startsWith("The configuration has 2 problems:");
    assertThat(program.err().lines()).hasSize(3);
  }

  private static Program withTls(Path certificate, Path key) {
    return Program.configured()
        .environment("SERVER_SSL", "true")
        .environment("SERVER_SSL_CERTIFICATE_PATH", certificate.toString())
        .environment("SERVER_SSL_PRIVATE_KEY_PATH", key.toString())
        .environment("AXP_CA_CERTIFICATE_PATH", certificate.toString());
  }
}
