package io.axptoken.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.testing.Pem;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.RefusedPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} says of configurations that are wrong in themselves, or by their files. */
class BrokenConfigurationsTest {
  private final RefusedPort nobody = RawServer.refusing();

  @TempDir Path folder = Path.of("");

  @AfterEach
  void release() {
    nobody.close();
  }

  /** With a platform that is not there: what is found comes before it is asked. */
  private Program program() {
    return Program.configured()
        .environment("AXP_HOST_NAME", "http://127.0.0.1:" + nobody.port())
        .environment("SERVER_PORT", "0")
        .environment("MANAGEMENT_PORT", "0");
  }

  @Test
  void trustAnchorsThatAreNoneAreTheConfigurationsFault() throws IOException {
    Path junk = Files.writeString(folder.resolve("junk.pem"), "no certificate");
    Program program = program().environment("AXP_CA_CERTIFICATE_PATH", junk.toString());

    assertThat(program.run("check")).isEqualTo(2);
    assertThat(program.out())
        .containsSubsequence(
            "FAILED    trust-anchors", "is not PEM", "→ Correct axp.caCertificatePath");
  }

  @Test
  void ownKeyMaterialThatIsWrongIsTheConfigurationsFault() throws Exception {
    Pem pem = Pem.in(folder);
    Pem.Identity identity = pem.selfSigned(Pem.KeyType.EC_P256);

    Program expired = https(identity.certificate(), identity.key()).later(Duration.ofDays(40));
    assertThat(expired.run("check")).isEqualTo(2);
    assertThat(expired.out())
        .containsSubsequence("FAILED    certificate", "expired on", "server.sslCertificatePath");

    Program other = https(identity.certificate(), pem.key(Pem.KeyType.EC_P256));
    assertThat(other.run("check")).isEqualTo(2);
    assertThat(other.out())
        .containsSubsequence("FAILED    certificate", "does not belong to", "sslPrivateKeyPath");

    Program soon = https(identity.certificate(), identity.key()).later(Duration.ofDays(20));
    soon.run("check", "--offline", "--json");
    assertThat(soon.out()).contains("\"state\":\"warning\",\"detail\":\"for localhost, 127.0.0.1");
  }

  private Program https(Path certificate, Path key) {
    return program()
        .environment("SERVER_SSL", "true")
        .environment("SERVER_SSL_CERTIFICATE_PATH", certificate.toString())
        .environment("SERVER_SSL_PRIVATE_KEY_PATH", key.toString());
  }

  @Test
  void aPlaceholderIsTheConfigurationsFault() {
    Program program = program().environment("AXP_CLIENT_ID", "<Client Id>");

    assertThat(program.run("check")).isEqualTo(2);
    assertThat(program.out())
        .containsSubsequence(
            "FAILED    setting", "axp.clientId is still the placeholder", "put the real value");
  }
}
