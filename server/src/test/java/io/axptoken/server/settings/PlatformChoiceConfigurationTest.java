package io.axptoken.server.settings;

import static io.axptoken.server.settings.AxpConfigurationTest.required;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.PlatformConfig.AuthPath;
import io.axptoken.service.config.load.Loaded;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which platform it is decides which of its settings are needed and used. */
class PlatformChoiceConfigurationTest {
  @TempDir Path folder = Path.of("");

  @Test
  void infinityNeedsNoApplicationKey() {
    Loaded.Valid<Settings> loaded =
        Configuration.minimal().without("AXP_APP_KEY").override("axp.platform", "infinity").valid();

    assertThat(loaded.settings().axp().platform()).isEqualTo(AxpSettings.Platform.INFINITY);
    assertThat(loaded.settings().axp().appKey()).isEmpty();
    assertThat(loaded.effective().warnings()).isEmpty();
  }

  @Test
  void whatInfinityDoesNotUseIsSaid() {
    Loaded.Valid<Settings> loaded =
        Configuration.minimal()
            .override("axp.platform", "infinity")
            .override("axp.jwtValidityInterval", "30")
            .override("axp.authPath", "legacy")
            .valid();

    assertThat(loaded.effective().warnings())
        .containsExactly(
            "axp.jwtValidityInterval is not used with axp.platform infinity: its tokens live as"
                + " long as it decides.",
            "axp.authPath is not used with axp.platform infinity: it has but one.");
    assertThat(loaded.settings().axp().appKey()).isEqualTo("app-key");
  }

  @Test
  void axpNeedsAnApplicationKeyWhereverItIsLeftEmpty() {
    assertThat(Configuration.minimal().without("AXP_APP_KEY").problem())
        .isEqualTo(required("axp.appKey", "AXP_APP_KEY"));
    assertThat(
            Configuration.minimal()
                .without("AXP_APP_KEY")
                .file(folder, "axp:", "  appKey: ''")
                .problem())
        .startsWith(required("axp.appKey", "AXP_APP_KEY"))
        .contains("token-server.yaml:2");
  }

  @Test
  void anUnknownPlatformIsTheOnlyProblemToldOfIt() {
    assertThat(
            Configuration.minimal()
                .without("AXP_APP_KEY")
                .override("axp.platform", "infinty")
                .problem())
        .contains("must be axp or infinity", "did you mean infinity?");
  }

  @Test
  void olderAccountsHaveAnAuthPathOfTheirOwn() {
    assertThat(Configuration.minimal().settings().axp().authPath()).isEqualTo(AuthPath.CURRENT);
    assertThat(
            Configuration.minimal()
                .environment("AXP_AUTH_PATH", "legacy")
                .settings()
                .axp()
                .authPath())
        .isEqualTo(AuthPath.LEGACY);
    assertThat(Configuration.minimal().override("axp.authPath", "old").problem())
        .contains("must be current or legacy");
  }
}
