package io.axptoken.client.transport;

import io.axptoken.client.transport.TransportException.Reason;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tells from an exception of the JDK's HTTP client why there is no answer. */
final class JdkFailures {
  private JdkFailures() {}

  /**
   * What breaks the protocol is quoted by the JDK, and may tell of customers: it goes no further.
   */
  static TransportException of(@Nullable Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    return new TransportException(reason(cause), cause instanceof ProtocolException ? null : cause);
  }

  private static Reason reason(@Nullable Throwable cause) {
    return switch (cause) {
      case BoundedBody.TooLargeException e -> Reason.TOO_LARGE;
      case BoundedBody.HeadTooLargeException e -> Reason.HEAD_TOO_LARGE;
      case ProtocolException e when isHeadTooLarge(e) -> Reason.HEAD_TOO_LARGE;
      case HttpConnectTimeoutException e -> Reason.CONNECT_FAILED;
      case HttpTimeoutException e -> Reason.TIMED_OUT;
      case SSLException e -> Reason.TLS_FAILED;
      case UnknownHostException e -> Reason.UNKNOWN_HOST;
      case ConnectException e when e.getCause() instanceof UnresolvedAddressException ->
          Reason.UNKNOWN_HOST;
      case ConnectException e -> Reason.CONNECT_FAILED;
      case null, default -> Reason.BROKEN;
    };
  }

  /** The JDK has a bound of its own, far beyond ours, and says it in words alone. */
  private static boolean isHeadTooLarge(ProtocolException broken) {
    String message = broken.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains("header size");
  }
}
