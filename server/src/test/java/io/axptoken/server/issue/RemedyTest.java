package io.axptoken.server.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.PlatformFailure.BadAnswer;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.RejectedRequest;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.PlatformFailure.Unavailable;
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
    assertThat(unavailable(Cause.TLS_FAILED)).contains("axp.caCertificatePath");
    assertThat(unavailable(Cause.UNKNOWN_HOST))
        .contains("axp.hostName")
        .doesNotContain("Certificate");
    assertThat(unavailable(Cause.ANSWER)).contains("axp.hostName");
  }

  @ParameterizedTest
  @EnumSource(names = "PROXY_.*", mode = EnumSource.Mode.MATCH_ALL)
  void aProxysTroubleNamesItsSetting(Cause cause) {
    assertThat(unavailable(cause)).contains("HTTP proxy", "axp.httpProxy");
    assertThat(Remedy.of(new TimedOut(trace(cause)), DEFAULT)).isEqualTo(unavailable(cause));
    assertThat(Remedy.of(new Unavailable(trace(cause).heldBackNow(), null), DEFAULT))
        .isEqualTo(unavailable(cause));
  }

  @Test
  void aProxysTroublesAreToldApart() {
    assertThat(unavailable(Cause.PROXY_REJECTED_CREDENTIALS)).contains("407");
    assertThat(unavailable(Cause.PROXY_WITHOUT_BASIC)).contains("NTLM, Negotiate", "Basic");
    assertThat(unavailable(Cause.PROXY_REFUSED)).contains("CONNECT");
    assertThat(unavailable(Cause.PROXY_FAILED)).contains("axp.hostName");
    assertThat(unavailable(Cause.PROXY_TIMED_OUT)).contains("in time");
    assertThat(unavailable(Cause.PROXY_UNREACHABLE)).contains("cannot be reached");
    assertThat(Remedy.of(new TimedOut(trace(Cause.TIMED_OUT)), DEFAULT)).doesNotContain("proxy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy error", "tls failed", "expired token", "invalid_client"})
  void whatThePlatformSaysOfItselfSteersNothing(String title) {
    Trace silent = new Trace(Call.ACCESS_TOKEN, Cause.ANSWER, 502, null, null);
    Trace said = new Trace(Call.ACCESS_TOKEN, Cause.ANSWER, 502, null, title);

    assertThat(Remedy.of(new Unavailable(said, null), DEFAULT))
        .isEqualTo(Remedy.of(new Unavailable(silent, null), DEFAULT));
    assertThat(Remedy.of(new BadAnswer(said), DEFAULT))
        .isEqualTo(Remedy.of(new BadAnswer(silent), DEFAULT));
  }

  @Test
  void aBadAnswerIsSoughtWhereItsCauseIs() {
    assertThat(badAnswer(Cause.EXPIRED_TOKEN)).contains("clock");
    assertThat(badAnswer(Cause.NO_TOKEN)).contains("axp.hostName");
    assertThat(badAnswer(Cause.UNKNOWN_CODING)).contains("content coding");
    assertThat(badAnswer(Cause.HEAD_TOO_LARGE)).contains("headers", "32 KiB");
    assertThat(badAnswer(Cause.TOO_LARGE)).contains("64 KiB");
  }

  @Test
  void aRequestThatIsTooLargeIsNotSoughtInTheAddress() {
    Trace trace = new Trace(Call.END_USER_TOKEN, Cause.REQUEST_TOO_LARGE, 413, null, null);

    assertThat(Remedy.of(new RejectedRequest(trace), DEFAULT))
        .contains("too large (413)")
        .doesNotContain("axp.");
  }

  @Test
  void aSecretThatCannotBeReadIsSoughtInItsSetting() {
    assertThat(Remedy.of(new RejectedCredentials(trace(Cause.SECRET_UNREADABLE)), DEFAULT))
        .isEqualTo("The client secret could not be read: check axp.clientSecret.");
  }

  private static String rejected(Call call, int status) {
    return rejected(call, status, DEFAULT);
  }

  private static String rejected(Call call, int status, IntegrationLabel label) {
    Trace trace = new Trace(call, Cause.ANSWER, status, null, null);
    return Remedy.of(new RejectedCredentials(trace), label);
  }

  private static String unavailable(Cause cause) {
    return Remedy.of(new Unavailable(trace(cause), null), DEFAULT);
  }

  private static String badAnswer(Cause cause) {
    return Remedy.of(new BadAnswer(trace(cause)), DEFAULT);
  }

  private static Trace trace(Cause cause) {
    String said = cause == Cause.PROXY_WITHOUT_BASIC ? "NTLM, Negotiate" : null;
    return new Trace(Call.ACCESS_TOKEN, cause, 0, null, said);
  }
}
