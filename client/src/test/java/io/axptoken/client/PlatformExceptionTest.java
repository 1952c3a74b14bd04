package io.axptoken.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import java.net.ConnectException;
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

  @Test
  void anUnreadableSecretIsNotBlamedOnThePlatform() {
    Trace trace =
        new Trace(Call.ACCESS_TOKEN, Cause.SECRET_UNREADABLE, 0, null, null)
            .withDetail("its supplier gave null");

    assertThat(new PlatformException(new RejectedCredentials(trace)))
        .hasMessage(
            "The client secret could not be read, and the platform was not asked"
                + " (access token call, the client secret could not be read"
                + " (its supplier gave null))");
  }

  @Test
  void itSurvivesSerialisationWithItsFailureAndItsCause() throws Exception {
    Trace trace = new Trace(Call.END_USER_TOKEN, Cause.CONNECT_FAILED, 0, "1f3a", "said");
    for (PlatformFailure failure : SomeFailures.oneOfEach(trace)) {
      PlatformException thrown =
          new PlatformException(
              failure,
              new TransportException(Reason.CONNECT_FAILED, new ConnectException("refused")));

      PlatformException read = SomeFailures.copy(thrown);

      assertThat(read.failure()).isEqualTo(failure);
      assertThat(read).hasMessage(thrown.getMessage()).hasRootCauseMessage("refused");
    }
  }
}
