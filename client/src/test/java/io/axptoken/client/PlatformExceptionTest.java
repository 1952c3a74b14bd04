package io.axptoken.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Trace;
import org.junit.jupiter.api.Test;

class PlatformExceptionTest {
  @Test
  void itsMessageIsWhatAPersonWouldSay() {
    Trace refused =
        new Trace(Call.ACCESS_TOKEN, Cause.INVALID_CLIENT, 401, "1f3a", "invalid_client");
    Trace silent = new Trace(Call.END_USER_TOKEN, Cause.TIMED_OUT, 0, null, null);

    assertThat(new PlatformException(new RejectedCredentials(refused)))
        .hasMessage(
            "The platform rejects the credentials"
                + " (access token call, status 401, log id 1f3a,"
                + " client or secret not accepted, it says \"invalid_client\")");
    assertThat(new PlatformException(new TimedOut(silent)))
        .hasMessage("The platform did not answer in time (end-user token call, timed out)");
  }
}
