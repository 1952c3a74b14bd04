package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.config.LoggingSettings;
import io.axptoken.service.config.ManagementSettings;
import io.axptoken.service.config.Secret;
import io.axptoken.service.config.type.Rate;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallSectionsConfigurationTest {
  @TempDir Path folder = Path.of("");

  @Test
  void defaultsAreSensible() {
    Settings settings = Configuration.minimal().settings();

    assertThat(settings.management()).isEqualTo(new ManagementSettings("127.0.0.1", 9090));
    assertThat(settings.identity().modes()).containsExactly(IdentitySettings.Mode.CLAIMED);
    assertThat(settings.limits()).isEqualTo(new LimitSettings(perMinute(120), perMinute(20), 20));
    assertThat(settings.logging())
        .isEqualTo(new LoggingSettings(LoggingSettings.Format.TEXT, LoggingSettings.Level.INFO));
    assertThat(settings.audit())
        .isEqualTo(new AuditSettings(true, AuditSettings.Addresses.NETWORK, Secret.of("")));
  }

  @Test
  void everySettingCanStandInTheFile() {
    Settings settings =
        Configuration.minimal()
            .file(
                folder,
                "management: { host: 0.0.0.0, port: 9999 }",
                "identity: { modes: [claimed] }",
                "limits: { perAddress: 5/s, perUser: 7 / hour, burst: 3 }",
                "logging: { format: json, level: WARN, fields: otel, access: true }",
                "audit: { enabled: false, addresses: full,"
                    + " hashKey: s3cr3t-key-of-32-characters-12345 }",
                "integrations: {}",
                "tokens: { reuse: false }")
            .settings();

    assertThat(settings.management()).isEqualTo(new ManagementSettings("0.0.0.0", 9999));
    assertThat(settings.identity().modes()).containsExactly(IdentitySettings.Mode.CLAIMED);
    assertThat(settings.limits())
        .isEqualTo(
            new LimitSettings(
                new Rate(5, Duration.ofSeconds(1)), new Rate(7, Duration.ofHours(1)), 3));
    assertThat(settings.logging())
        .isEqualTo(
            new LoggingSettings(
                LoggingSettings.Format.JSON,
                LoggingSettings.Level.WARN,
                LoggingSettings.Fields.OTEL,
                true));
    assertThat(settings.audit())
        .isEqualTo(
            new AuditSettings(
                false,
                AuditSettings.Addresses.FULL,
                Secret.of("s3cr3t-key-of-32-characters-12345")));
  }

  @Test
  void everySettingCanStandInTheEnvironment() {
    Settings settings =
        Configuration.minimal()
            .environment("MANAGEMENT_HOST", "::1")
            .environment("MANAGEMENT_PORT", "0")
            .environment("IDENTITY_MODES", "claimed")
            .environment("LIMITS_PER_ADDRESS", "1/min")
            .environment("LIMITS_PER_USER", "2/sec")
            .environment("LIMITS_BURST", "1")
            .environment("LOGGING_FORMAT", "json")
            .environment("LOGGING_LEVEL", "debug")
            .environment("TOKENS_REUSE", "false")
            .settings();

    assertThat(settings.management()).isEqualTo(new ManagementSettings("::1", 0));
    assertThat(settings.limits())
        .isEqualTo(new LimitSettings(perMinute(1), new Rate(2, Duration.ofSeconds(1)), 1));
    assertThat(settings.logging())
        .isEqualTo(new LoggingSettings(LoggingSettings.Format.JSON, LoggingSettings.Level.DEBUG));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"120", "0/min", "-1/min", "120/day", "120/5min", "1.5/s", "9999999/s", "/min"})
  void aRateIsANumberPerPeriod(String written) {
    assertThat(Configuration.minimal().override("limits.perUser", written).problem())
        .startsWith("limits.perUser must ")
        .contains("but is \"" + written + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "management.port,70000,must be a whole number from 0 to 65535",
    "management.port,3000,must differ from server.port",
    "management.host,a:b,must be a host name",
    "limits.burst,0,must be a whole number from 1",
    "identity.modes,'guest,claimed',must have guest at the end",
    "identity.modes,claimd,did you mean claimed?",
    "identity.modes,'',must name at least one mode",
    "identity.modes,'claimed,claimed',must name each mode once",
    "logging.format,xml,must be text or json",
    "logging.level,verbose,must be error or warn or info or debug",
    "audit.addresses,some,must be full or network or none",
    "tokens.reuse,yes,must be true or false",
    "tokens.reuseWhileLeft,50,write it with a percent sign",
    "tokens.reuseWhileLeft,100%,must be a share from 5% to 95%",
    "tokens.reuseWhileLeft,'4%',must be a share from 5% to 95%",
    "tokens.reuseMaxUsers,0,must be a whole number from 1 to 10000000",
    "integrations,shop,is a section: name one of its settings",
  })
  void whatBreaksARuleIsRefused(String key, String written, String expected) {
    assertThat(Configuration.minimal().override(key, written).problem()).contains(expected);
  }

  @Test
  void aShortKeyOfTheAuditIsRefusedAndNotShown() {
    assertThat(Configuration.minimal().environment("AUDIT_HASH_KEY", "s3cr3t-too-short").problem())
        .contains("audit.hashKey must have 32 characters or more")
        .doesNotContain("s3cr3t");
  }

  @Test
  void twoListenersOnAPortOfTheSystemsChoiceAreFine() {
    Settings settings =
        Configuration.minimal()
            .override("server.port", "0")
            .override("management.port", "0")
            .settings();

    assertThat(settings.management().port()).isZero();
  }

  private static Rate perMinute(int requests) {
    return new Rate(requests, Duration.ofMinutes(1));
  }
}
