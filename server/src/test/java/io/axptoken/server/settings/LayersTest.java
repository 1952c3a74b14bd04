package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.config.load.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayersTest {
  @TempDir Path folder = Path.of("");

  @Test
  void laterLayersWinValueByValue() {
    Configuration configuration =
        Configuration.minimal().file(folder, "server: { port: 1, host: localhost }");
    assertThat(configuration.settings().server().port()).isEqualTo(1);

    configuration.environment("SERVER_PORT", "2");
    assertThat(configuration.settings().server().port()).isEqualTo(2);

    configuration.override("server.port", "3");
    assertThat(configuration.settings().server().port()).isEqualTo(3);
    assertThat(configuration.settings().server().host()).isEqualTo("localhost");
  }

  @Test
  void whatIsOverriddenDoesNotHaveToBeValid() {
    Settings settings =
        Configuration.minimal()
            .file(folder, "axp:", "  clientSecret: ${file:gone}", "  clientId: <Client Id>")
            .settings();

    assertThat(settings.axp().clientId()).isEqualTo("client");
  }

  @Test
  void anEmptyVariableIsAsGoodAsNone() {
    assertThat(Configuration.minimal().environment("SERVER_PORT", "").settings().server().port())
        .isEqualTo(3000);
    assertThat(Configuration.minimal().environment("AXP_APP_KEY", "").problem())
        .contains("axp.appKey is required");
  }

  @Test
  void unknownVariablesThatLookLikeSettingsAreWarnings() {
    assertThat(
            Configuration.minimal()
                .environment("AXP_CLIENT_SECERT", "s3cr3t")
                .environment("SERVER_NAME", "x")
                .environment("PATH", "/bin")
                .valid()
                .effective()
                .warnings())
        .containsExactly(
            "The environment variable AXP_CLIENT_SECERT is ignored, as there is no such setting:"
                + " did you mean AXP_CLIENT_SECRET?",
            "The environment variable SERVER_NAME is ignored, as there is no such setting.");
  }

  @Test
  void kubernetesServiceLinksAreOneWarningAndNoSetting() {
    Loaded.Valid<Settings> valid =
        Configuration.minimal()
            .environment("SERVER_PORT", "tcp://10.43.0.7:80")
            .environment("SERVER_SERVICE_HOST", "10.43.0.7")
            .environment("AXP_SERVICE_PORT_HTTP", "80")
            .environment("AXP_PORT_80_TCP_ADDR", "10.43.0.7")
            .valid();

    assertThat(valid.settings().server().port()).isEqualTo(3000);
    assertThat(valid.effective().warnings())
        .singleElement()
        .asString()
        .contains("SERVER_PORT")
        .contains("AXP_PORT_80_TCP_ADDR")
        .contains("looks like a Kubernetes service link: set enableServiceLinks: false");
  }

  @ParameterizedTest
  @CsvSource({
    "server.prot,did you mean server.port?",
    "colour,is not a known setting",
    "server,is a section: name one of its settings",
  })
  void unknownOverridesAreProblems(String key, String expected) {
    assertThat(Configuration.minimal().override(key, "1").problem()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"axp.clientSecret", "server.sslPassPhrase"})
  void noSecretIsTakenFromTheCommandLine(String key) {
    assertThat(Configuration.minimal().override(key, "s3cr3t").problem())
        .startsWith(key + " must not be given on the command line")
        .contains("${file:/path}")
        .contains("environment variable")
        .doesNotContain("s3cr3t");
    assertThat(Configuration.minimal().override(key, "s3cr3t${env:HOME}").problem())
        .contains("must not be given on the command line");
  }

  @Test
  void aSecretOnTheCommandLineMayBeAReference() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "s3cr3t-from-file\n");

    AxpSettings axp =
        Configuration.minimal()
            .override("axp.clientSecret", "${file:" + secret + "}")
            .settings()
            .axp();

    assertThat(axp.clientSecret().reveal()).isEqualTo("s3cr3t-from-file");
  }
}
