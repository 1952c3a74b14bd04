package io.axptoken.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.transport.TransportException.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class JdkFailuresTest {
  @Test
  void theJdksExceptionsHaveAReason() {
    assertReason(Reason.UNKNOWN_HOST, new UnknownHostException("host"));
    assertReason(
        Reason.UNKNOWN_HOST, new ConnectException().initCause(new UnresolvedAddressException()));
    assertReason(Reason.CONNECT_FAILED, new ConnectException("refused"));
    assertReason(Reason.CONNECT_FAILED, new HttpConnectTimeoutException("slow"));
    assertReason(Reason.TIMED_OUT, new HttpTimeoutException("slow"));
    assertReason(Reason.TLS_FAILED, new SSLHandshakeException("untrusted"));
    assertReason(Reason.TOO_LARGE, new BoundedBody.TooLargeException());
    assertReason(Reason.BROKEN, new IOException("reset"));
    assertReason(Reason.BROKEN, new IllegalStateException("bug"));
  }

  @Test
  void wrappersAreLookedThrough() {
    assertReason(Reason.CONNECT_FAILED, new CompletionException(new ConnectException("refused")));
  }

  private static void assertReason(Reason reason, Throwable error) {
    assertThat(JdkFailures.of(error).reason()).isEqualTo(reason);
  }
}
