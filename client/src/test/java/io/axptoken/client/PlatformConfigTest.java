package io.axptoken.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axptoken.client.PlatformConfig.AuthPath;
import io.axptoken.client.PlatformConfig.Deadlines;
import io.axptoken.client.contract.Some;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformConfigTest {
  @Test
  void aHostIsReachedOverHttpsAndTheRestHasDefaults() {
    PlatformConfig config = Some.config().host("na.api.avayacloud.com").build();

    assertThat(config.baseUri()).hasToString("https://na.api.avayacloud.com");
    assertThat(config.tokenLifetime()).isEqualTo(Duration.ofMinutes(30));
    assertThat(config.deadlines())
        .isEqualTo(
            new Deadlines(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://na.api.avayacloud.com",
        "https://host:8443",
        "https://host/",
        "http://localhost:3001",
        "http://127.0.0.1:3001",
        "http://127.1.2.3",
        "http://[::1]:3001"
      })
  void theseBaseUrisAreAccepted(String uri) {
    assertThatCode(() -> Some.config(URI.create(uri)).build()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://na.api.avayacloud.com",
        "http://127.0.0.1.example.com",
        "http://10.0.0.1",
        "ftp://localhost",
        "https:///path",
        "https://host/path",
        "https://host?query",
        "https://host#fragment",
        "https://user@host",
        "na.api.avayacloud.com"
      })
  void theseBaseUrisAreRefused(String uri) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Some.config(URI.create(uri)).build())
        .withMessageStartingWith("Not an acceptable platform config: baseUri must be");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    PlatformConfigBuilder wrong =
        Some.config()
            .accountId("ABC1EF")
            .integrationId("01234567")
            .clientId(" ")
            .appKey("two\nlines")
            .tokenLifetime(Duration.ofMinutes(61));

    assertThatIllegalArgumentException()
        .isThrownBy(wrong::build)
        .withMessage(
            "Not an acceptable platform config: accountId must be 6 ASCII letters;"
                + " integrationId must be a UUID of 36 characters; clientId must not be blank;"
                + " appKey must be visible ASCII without blanks;"
                + " tokenLifetime must be 15 to 60 whole minutes");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1800, 899, 901, 3599, 3601, 3660})
  void aTokenLivesForWholeMinutesFromFifteenToSixty(long seconds) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Some.config().tokenLifetime(Duration.ofSeconds(seconds)).build());
  }

  @Test
  void whatIsMissingIsToldTogetherWithWhatIsWrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlatformConfig.builder().host("na.example").accountId("x").build())
        .withMessage(
            "Not an acceptable platform config: accountId must be 6 ASCII letters;"
                + " integrationId is missing; clientId is missing; clientSecret is missing");
  }

  @Test
  void aHostThatIsNullIsToldSo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Some.config().host(null).build())
        .withMessage(
            "Not an acceptable platform config:"
                + " host is null: it must be a host such as na.api.avayacloud.com");
  }

  @Test
  void aUriInPlaceOfAHostIsToldWhereItBelongsAndIsNotRepeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Some.config().host("https://user:s3cr3t@na.example").build())
        .withMessageStartingWith(
            "Not an acceptable platform config: host must be a host and not a URI: leave out")
        .withMessageNotContaining("s3cr3t");
  }

  @Test
  void whatIsNullCountsAsMissingAndIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            Some.config()
                .accountId(null)
                .clientSecret((Secret) null)
                .authPath(null)
                .tokenLifetime(null)
                .deadlines(null)
                .resilience(null)
                .listener(null)
                .build())
        .withMessage(
            "Not an acceptable platform config: accountId is missing; clientSecret is missing;"
                + " authPath is missing; tokenLifetime must be 15 to 60 whole minutes;"
                + " deadlines is missing; resilience is missing; listener is missing");
  }

  @Test
  void aConfigCanBeTakenUpAgainAndChangedWithoutHarmToTheFirst() {
    PlatformListener listener = new PlatformListener() {};
    PlatformConfig first =
        Some.config()
            .authPath(AuthPath.LEGACY)
            .tokenLifetime(Duration.ofMinutes(15))
            .resilience(Resilience.NONE)
            .listener(listener)
            .build();

    PlatformConfig second = first.toBuilder().accountId("GHIJKL").build();

    assertThat(first.accountId()).isEqualTo(Some.ACCOUNT_ID);
    assertThat(second.accountId()).isEqualTo("GHIJKL");
    assertThat(second)
        .usingRecursiveComparison()
        .ignoringFields("parts.accountId")
        .isEqualTo(first);
  }

  @Test
  void aBuilderThatIsUsedOnLeavesTheConfigsItMadeAsTheyAre() {
    PlatformConfigBuilder builder = Some.config();
    PlatformConfig first = builder.build();

    builder.clientId("another");

    assertThat(first.clientId()).isEqualTo("some client");
    assertThat(builder.build().clientId()).isEqualTo("another");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "http://127.0.0.1:3011", "host/path", "user@host", "two hosts", "host:x"})
  void whatIsNoHostIsReferredToTheBaseUri(String host) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Some.config().host(host).build())
        .withMessageContaining("baseUri(URI) a whole URI such as http://127.0.0.1:3001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"na.api.avayacloud.com", "localhost:8443", "127.0.0.1", "[::1]:8443"})
  void aHostMayHaveAPort(String host) {
    assertThat(Some.config().host(host).build().baseUri()).hasToString("https://" + host);
  }

  @Test
  void anApplicationKeyIsForAxpAlone() {
    PlatformConfig withoutKey =
        PlatformConfig.builder()
            .host("host")
            .accountId("ABCDEF")
            .integrationId(Some.INTEGRATION_ID)
            .clientId("client")
            .clientSecret(Some.CLIENT_SECRET)
            .build();

    assertThatCode(() -> TokenPlatform.infinity(withoutKey).close()).doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenPlatform.axp(withoutKey))
        .withMessage("Not an acceptable platform config: appKey is required on AXP");
  }

  @Test
  void deadlinesMustLeaveRoom() {
    Duration second = Duration.ofSeconds(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Deadlines(Duration.ZERO, second, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Deadlines(second, Duration.ZERO, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Deadlines(second, second, Duration.ofMillis(999)))
        .withMessageContaining("the whole at least as long as an attempt");
  }

  @Test
  void aConfigDoesNotPrintItsSecret() {
    assertThat(Some.config().build().toString()).doesNotContain(Some.CLIENT_SECRET.reveal());
  }
}
