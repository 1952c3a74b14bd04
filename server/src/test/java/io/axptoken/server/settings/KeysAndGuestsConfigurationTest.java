package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.config.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings {@code identity.apiKey}, {@code identity.guest} and {@code identity.pseudonymize}. */
class KeysAndGuestsConfigurationTest {
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final String SECRET = "s3cr3t-of-the-guests-number-one-0001";

  @TempDir Path folder = Path.of("");

  private Configuration file(String... lines) {
    return Configuration.minimal()
        .file(folder, lines)
        .override("server.allowedOrigins", "https://shop.example");
  }

  @Test
  void withoutThemNobodyHasAKeyAndNobodyIsAPseudonym() {
    IdentitySettings identity = Configuration.minimal().settings().identity();

    assertThat(identity.apiKey()).isEqualTo(new ApiKeySettings(Map.of()));
    assertThat(identity.guest())
        .isEqualTo(new GuestSettings(List.of(), "axp-guest", Duration.ofDays(30)));
    assertThat(identity.pseudonymize().isEmpty()).isTrue();
  }

  @Test
  void allOfThemCanStandInTheFile() {
    IdentitySettings identity =
        file(
                "identity:",
                "  modes: [apiKey, guest]",
                "  apiKey:",
                "    keys:",
                "      shop: " + HASH.toUpperCase(java.util.Locale.ROOT),
                "      bank: [" + HASH + ", " + HASH.replace('0', '1') + "]",
                "  guest:",
                "    secrets: [" + SECRET + ", " + SECRET + "2]",
                "    cookieName: visitor",
                "    maxAge: 7d",
                "  pseudonymize: " + SECRET)
            .settings()
            .identity();

    assertThat(identity.modes())
        .containsExactly(IdentitySettings.Mode.API_KEY, IdentitySettings.Mode.GUEST);
    assertThat(identity.apiKey().keys())
        .isEqualTo(Map.of("shop", List.of(HASH), "bank", List.of(HASH, HASH.replace('0', '1'))));
    assertThat(identity.guest())
        .isEqualTo(
            new GuestSettings(
                List.of(Secret.of(SECRET), Secret.of(SECRET + "2")),
                "visitor",
                Duration.ofDays(7)));
    assertThat(identity.pseudonymize()).isEqualTo(Secret.of(SECRET));
  }

  @Test
  void allOfThemCanStandInTheEnvironment() {
    IdentitySettings identity =
        Configuration.minimal()
            .environment("SERVER_ALLOWED_ORIGINS", "https://shop.example")
            .environment("IDENTITY_MODES", "apiKey,guest")
            .environment("IDENTITY_API_KEY_KEYS", "shop=" + HASH + ",bank=" + HASH)
            .environment("IDENTITY_GUEST_SECRETS", SECRET)
            .environment("IDENTITY_GUEST_MAX_AGE", "400d")
            .environment("IDENTITY_PSEUDONYMIZE", SECRET)
            .settings()
            .identity();

    assertThat(identity.apiKey().keys()).containsOnlyKeys("shop", "bank");
    assertThat(identity.guest().secrets()).containsExactly(Secret.of(SECRET));
    assertThat(identity.guest().maxAge()).isEqualTo(Duration.ofDays(400));
    assertThat(identity.pseudonymize().isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"axpk_s3cr3t-key", "s3cr3t", "sha256:" + "00", "0123456789abcdef0123456789abcdef"})
  void aKeyInThePlaceOfItsHashIsAProblemThatDoesNotShowIt(String key) {
    String problem =
        file("identity:", "  modes: [apiKey]", "  apiKey: { keys: { shop: \"" + key + "\" } }")
            .problem();

    assertThat(problem)
        .startsWith("identity.apiKey.keys.shop must be the SHA-256 of a key")
        .contains("token-server apikey new")
        .doesNotContain(key);
  }

  @Test
  void aModeWithoutWhatItNeedsIsAProblem() {
    assertThat(file("identity: { modes: [apiKey] }").problem())
        .startsWith("identity.apiKey.keys must name at least one key");
    assertThat(file("identity: { modes: [guest] }").problem())
        .startsWith("identity.guest.secrets must hold a secret");
  }

  @Test
  void whatServesNoModeIsAWarning() {
    assertThat(
            file(
                    "identity:",
                    "  apiKey: { keys: { shop: " + HASH + " } }",
                    "  guest: { secrets: [" + SECRET + "] }")
                .valid()
                .effective()
                .warnings())
        .contains(
            "identity.apiKey.keys has no effect, as identity.modes has no apiKey.",
            "identity.guest.secrets has no effect, as identity.modes has no guest.");
  }

  @Test
  void guestsNeedListedOrigins() {
    String guest = "identity: { modes: [guest], guest: { secrets: [" + SECRET + "] } }";

    assertThat(Configuration.minimal().file(folder, guest).problem())
        .startsWith("server.allowedOrigins must not be * with mode guest");
    assertThat(
            Configuration.minimal()
                .file(folder, guest)
                .override("server.allowedOrigins", "")
                .problems())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[guest, claimed]", "[guest, apiKey]"})
  void guestIsTheLastMode(String modes) {
    assertThat(file("identity: { modes: " + modes + " }").problems())
        .anyMatch(problem -> problem.contains("must have guest at the end"));
  }

  @Test
  void aShortSecretIsAProblemThatDoesNotShowIt() {
    assertThat(
            file("identity: { modes: [guest], guest: { secrets: [s3cr3t-but-too-short] } }")
                .problem())
        .contains("at least 32 bytes")
        .doesNotContain("s3cr3t");
    assertThat(file("identity: { pseudonymize: s3cr3t-but-too-short }").problem())
        .contains("at least 32 bytes")
        .doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "0d", "401d", "1h", "-1d", "d"})
  void theAgeIsANumberOfDays(String age) {
    assertThat(Configuration.minimal().override("identity.guest.maxAge", age).problem())
        .contains("must be a number of days from 1d to 400d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a;b", "a=b", "__Host-x", "é", "\"x\""})
  void aCookieNameIsPlain(String name) {
    assertThat(Configuration.minimal().override("identity.guest.cookieName", name).problem())
        .startsWith("identity.guest.cookieName must ");
  }
}
