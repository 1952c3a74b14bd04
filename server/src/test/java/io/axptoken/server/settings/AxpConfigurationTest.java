package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AxpConfigurationTest {
  @TempDir Path folder = Path.of("");

  @Test
  void absentOptionalSettingsAreEmpty() {
    AxpSettings axp = Configuration.minimal().settings().axp();

    assertThat(axp.jwtValidityInterval()).isEqualTo(Duration.ofMinutes(30));
    assertThat(axp.callingRemoteAddress()).isEmpty();
    assertThat(axp.fcmConnectorBaseUrl()).isEmpty();
    assertThat(axp.configId()).isEmpty();
    assertThat(axp.caCertificatePath()).isNull();
  }

  @Test
  void everySettingCanStandInTheFile() throws IOException {
    Files.writeString(folder.resolve("ca.pem"), "certificate");
    AxpSettings axp =
        Configuration.none()
            .file(
                folder,
                "axp:",
                "  platform: axp",
                "  hostName: EU.api.avayacloud.com:8443",
                "  caCertificatePath: ca.pem",
                "  accountId: qwertz",
                "  integrationId: 3F2504E0-4F89-41D3-9A0C-0305E82C3301",
                "  clientId: a-client",
                "  clientSecret: s3cr3t",
                "  appKey: an-app-key",
                "  jwtValidityInterval: '45'",
                "  callingRemoteAddress: +49 89 1234",
                "  fcmConnectorBaseUrl: https://push.example/base",
                "  configId: 0042")
            .settings()
            .axp();

    assertThat(axp.hostName()).isEqualTo("EU.api.avayacloud.com:8443");
    assertThat(axp.baseUri()).isEqualTo(URI.create("https://eu.api.avayacloud.com:8443"));
    assertThat(axp.caCertificatePath()).isEqualTo(folder.resolve("ca.pem"));
    assertThat(axp.accountId()).isEqualTo("qwertz");
    assertThat(axp.integrationId()).isEqualTo("3F2504E0-4F89-41D3-9A0C-0305E82C3301");
    assertThat(axp.clientId()).isEqualTo("a-client");
    assertThat(axp.clientSecret().reveal()).isEqualTo("s3cr3t");
    assertThat(axp.appKey()).isEqualTo("an-app-key");
    assertThat(axp.jwtValidityInterval()).isEqualTo(Duration.ofMinutes(45));
    assertThat(axp.callingRemoteAddress()).isEqualTo("+49 89 1234");
    assertThat(axp.fcmConnectorBaseUrl()).isEqualTo("https://push.example/base");
    assertThat(axp.configId()).isEqualTo("0042");
  }

  @Test
  void everySettingCanStandInTheEnvironment() throws IOException {
    Path certificate = Files.writeString(folder.resolve("ca.pem"), "certificate");
    AxpSettings axp =
        Configuration.minimal()
            .environment("AXP_PLATFORM", "AXP")
            .environment("AXP_CA_CERTIFICATE_PATH", certificate.toString())
            .environment("AXP_JWT_VALIDITY_INTERVAL", "15")
            .environment("AXP_CALLING_REMOTE_ADDRESS", "1")
            .environment("AXP_FCM_CONNECTOR_BASE_URL", "2")
            .environment("AXP_CONFIG_ID", "3")
            .settings()
            .axp();

    assertThat(axp.hostName()).isEqualTo("na.api.avayacloud.com");
    assertThat(axp.accountId()).isEqualTo("ABCDEF");
    assertThat(axp.clientSecret().reveal()).isEqualTo(Configuration.SECRET);
    assertThat(axp.caCertificatePath()).isEqualTo(certificate);
    assertThat(axp.jwtValidityInterval()).isEqualTo(Duration.ofMinutes(15));
    assertThat(axp.callingRemoteAddress()).isEqualTo("1");
    assertThat(axp.fcmConnectorBaseUrl()).isEqualTo("2");
    assertThat(axp.configId()).isEqualTo("3");
  }

  @Test
  void everyMissingValueIsToldAtOnce() {
    assertThat(Configuration.none().problems())
        .containsExactly(
            required("axp.hostName", "AXP_HOST_NAME"),
            required("axp.accountId", "AXP_ACCOUNT_ID"),
            required("axp.integrationId", "AXP_INTEGRATION_ID"),
            required("axp.clientId", "AXP_CLIENT_ID"),
            required("axp.clientSecret", "AXP_CLIENT_SECRET"),
            required("axp.appKey", "AXP_APP_KEY"));
  }

  static String required(String key, String variable) {
    return key
        + " is required: set it in the configuration file, or as "
        + variable
        + " in the environment";
  }

  @ParameterizedTest
  @CsvSource({
    "na.api.avayacloud.com,https://na.api.avayacloud.com",
    "localhost:9000,https://localhost:9000",
    "https://a.example,https://a.example",
    "HTTPS://A.Example:8443,https://a.example:8443",
    "http://localhost:9000,http://localhost:9000",
    "http://127.0.0.2,http://127.0.0.2",
    "http://[::1]:9000,http://[::1]:9000",
    "[2001:db8::1]:443,https://[2001:db8::1]:443",
  })
  void aPlatformHostIsAHostWithOrWithoutPortAndScheme(String written, String uri) {
    AxpSettings axp = Configuration.minimal().override("axp.hostName", written).settings().axp();

    assertThat(axp.hostName()).isEqualTo(written);
    assertThat(axp.baseUri()).isEqualTo(URI.create(uri));
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.example,must use https",
    "ftp://a.example,must use https",
    "http://127.0.0.1.example,must use https",
    "http://2130706433,must be a host",
    "https://a.example//,remove everything after",
    "a.example/,remove everything after",
    "https://a.example/api,remove everything after",
    "a.example?x=1,remove everything after",
    "a.example:port,must be a host",
    "a..example,must be a host",
    "https://,must be a host",
    "2001:db8::1,must be a host",
    "a b,must be a host",
    "<Host Name>,is still the placeholder",
    "https://<region>.example,is still the placeholder",
  })
  void whatIsNoPlatformHostIsRefused(String written, String expected) {
    assertThat(Configuration.minimal().override("axp.hostName", written).problem())
        .contains(expected);
  }

  @Test
  void aBaseUrlMayEndInASlashAsBrowsersShowIt() {
    AxpSettings axp =
        Configuration.minimal()
            .override("axp.hostName", "https://a.example:8443/")
            .settings()
            .axp();

    assertThat(axp.baseUri()).isEqualTo(URI.create("https://a.example:8443"));
    assertThat(axp.hostName()).isEqualTo("https://a.example:8443");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<App Key>", "YOUR_APP_KEY", "your-app-key", "CHANGEME", "change_me"})
  void whatExamplesHaveInPlaceOfAValueIsRefused(String written) {
    assertThat(Configuration.minimal().override("axp.appKey", written).problem())
        .startsWith(
            "axp.appKey is still the placeholder \""
                + written
                + "\": put the real value in its place");
    assertThat(Configuration.minimal().environment("AXP_CLIENT_SECRET", written).problem())
        .contains("axp.clientSecret is still a placeholder: put");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yours", "change", "your_", "a-your_key"})
  void whatOnlyLooksSimilarIsTaken(String written) {
    assertThat(Configuration.minimal().override("axp.appKey", written).settings().axp().appKey())
        .isEqualTo(written);
  }

  @Test
  void aPasswordInTheHostIsRefusedWithoutShowingIt() {
    assertThat(
            Configuration.minimal()
                .override("axp.hostName", "https://u:s3cr3t@a.example")
                .problem())
        .contains("do not belong here")
        .doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABCDE", "ABCDEFG", "ABCDE1", "ÄBCDEF", "ABC EF", "../../", "ABCDEF/x"})
  void anAccountIdIsSixLetters(String written) {
    assertThat(Configuration.minimal().override("axp.accountId", written).problem())
        .contains("must be six ASCII letters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"42", "3f2504e04f8941d39a0c0305e82c3301", "{3f2504e0-4f89-41d3-9a0c-0305e82c330}"})
  void anIntegrationIdIsAUuid(String written) {
    assertThat(Configuration.minimal().override("axp.integrationId", written).problem())
        .contains("must be a UUID of 36 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"14", "61", "30.5", "PT30M", "-30", "30m"})
  void aTokenLivesFifteenToSixtyMinutes(String written) {
    assertThat(Configuration.minimal().override("axp.jwtValidityInterval", written).problem())
        .contains("must be a whole number of minutes from 15 to 60");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AXP_CLIENT_ID", "AXP_APP_KEY", "AXP_CALLING_REMOTE_ADDRESS", "AXP_CONFIG_ID"})
  void noValueCanSmuggleAHeaderIn(String variable) {
    String problem =
        Configuration.minimal().environment(variable, "a\r\nX-Evil: \u001b[31m1").problem();

    assertThat(problem)
        .contains("must not contain control characters")
        .contains("a\\u000d\\u000aX-Evil: \\u001b[31m1");
  }

  @Test
  void headersHoldAsciiOnly() {
    assertThat(Configuration.minimal().override("axp.appKey", "schlüssel").problem())
        .contains("must hold ASCII characters only");
  }

  @ParameterizedTest
  @ValueSource(strings = {" s3cr3t", "s3cr3t\n", "s3c\u0000r3t", "<Client Secret>", "s3cr3t${"})
  void aFaultySecretIsNeverShown(String secret) {
    assertThat(Configuration.minimal().environment("AXP_CLIENT_SECRET", secret).problem())
        .startsWith("axp.clientSecret ")
        .endsWith("(environment variable AXP_CLIENT_SECRET)")
        .doesNotContain("s3c")
        .doesNotContain("Client Secret")
        .doesNotContain(" " + secret.length() + " ");
  }

  @Test
  void aSecretMayHoldAngleBrackets() {
    AxpSettings axp =
        Configuration.minimal().environment("AXP_CLIENT_SECRET", "s3cr3t<x>").settings().axp();

    assertThat(axp.clientSecret().reveal()).isEqualTo("s3cr3t<x>");
  }
}
