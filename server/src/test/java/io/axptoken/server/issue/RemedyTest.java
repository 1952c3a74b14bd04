package io.axptoken.server.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.PlatformFailure.Unavailable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RemedyTest {
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

  private static String rejected(Call call, int status) {
    return Remedy.of(new RejectedCredentials(new Trace(call, status, null, null)));
  }

  private static String unavailable(@Nullable String hint) {
    return Remedy.of(new Unavailable(new Trace(Call.ACCESS_TOKEN, 0, null, hint), null));
  }
}
