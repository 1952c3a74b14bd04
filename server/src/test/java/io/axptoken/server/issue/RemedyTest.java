package io.axptoken.server.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.PlatformFailure.BadAnswer;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.transport.TransportException.Reason;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemedyTest {
  private static final IntegrationLabel DEFAULT = new IntegrationLabel("default", true, key -> key);

  @Test
  void anIntegrationHasKeysOfItsOwn() {
    IntegrationLabel sales =
        new IntegrationLabel("sales", true, key -> key.replace("axp.", "integrations.sales."));

    assertThat(rejected(Call.ACCESS_TOKEN, 401, sales))
        .contains("integrations.sales.accountId, integrations.sales.clientId,")
        .contains("integrations.sales.clientSecret and integrations.sales.appKey")
        .doesNotContain("axp.");
    assertThat(rejected(Call.ACCESS_TOKEN, 404, sales))
        .contains("check integrations.sales.hostName and integrations.sales.accountId.");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403})
  void whereThereAreNoApplicationKeysNoneIsSought(int status) {
    IntegrationLabel infinity = new IntegrationLabel("default", false, key -> key);

    assertThat(rejected(Call.END_USER_TOKEN, status, infinity))
        .contains("axp.accountId, axp.clientId and axp.clientSecret")
        .doesNotContain("appKey");
  }

  @Test
  void anUnknownAddressIsSoughtInHostAndAccount() {
    assertThat(rejected(Call.ACCESS_TOKEN, 404))
        .contains("check axp.hostName and axp.accountId")
        .doesNotContain("axp.clientSecret");
    assertThat(rejected(Call.END_USER_TOKEN, 404)).contains("check axp.hostName and axp.accountId");
  }

  @Test
  void aForbiddenCallIsSoughtInTheApplicationKeyFirst() {
    assertThat(rejected(Call.ACCESS_TOKEN, 403)).contains("check axp.appKey first");
    assertThat(rejected(Call.END_USER_TOKEN, 403)).contains("check axp.appKey first");
  }

  @Test
  void otherRefusalsNameAllCredentials() {
    assertThat(rejected(Call.ACCESS_TOKEN, 401))
        .contains("axp.accountId, axp.clientId, axp.clientSecret and axp.appKey");
  }

  @Test
  void tlsTroubleNamesTheAuthoritysCertificate() {
    assertThat(unavailable("tls failed")).contains("axp.caCertificatePath");
    assertThat(unavailable("unknown host")).contains("axp.hostName").doesNotContain("Certificate");
    assertThat(unavailable(null)).contains("axp.hostName");
  }

  @ParameterizedTest
  @EnumSource(names = "PROXY_.*", mode = EnumSource.Mode.MATCH_ALL)
  void aProxysTroubleNamesItsSetting(Reason reason) {
    String hint = reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');

    assertThat(unavailable(hint)).contains("HTTP proxy", "axp.httpProxy");
    assertThat(Remedy.of(new TimedOut(trace(hint)), DEFAULT)).isEqualTo(unavailable(hint));
  }

  @Test
  void aProxysTroublesAreToldApart() {
    assertThat(unavailable("proxy rejected credentials")).contains("407");
    assertThat(unavailable("proxy refused")).contains("CONNECT");
    assertThat(unavailable("proxy failed")).contains("axp.hostName");
    assertThat(unavailable("proxy timed out")).contains("in time");
    assertThat(unavailable("proxy unreachable")).contains("cannot be reached");
    assertThat(Remedy.of(new TimedOut(trace("timed out")), DEFAULT)).doesNotContain("proxy");
  }

  @Test
  void aTokenThatHadEndedIsSoughtInTheClock() {
    assertThat(Remedy.of(new BadAnswer(trace("expired token")), DEFAULT)).contains("clock");
    assertThat(Remedy.of(new BadAnswer(trace(null)), DEFAULT)).contains("axp.hostName");
  }

  private static String rejected(Call call, int status) {
    return rejected(call, status, DEFAULT);
  }

  private static String rejected(Call call, int status, IntegrationLabel label) {
    return Remedy.of(new RejectedCredentials(new Trace(call, status, null, null)), label);
  }

  private static String unavailable(@Nullable String hint) {
    return Remedy.of(new Unavailable(trace(hint), null), DEFAULT);
  }

  private static Trace trace(@Nullable String hint) {
    return new Trace(Call.ACCESS_TOKEN, 0, null, hint);
  }
}
