package io.axptoken.server.transport;

import io.axptoken.client.transport.TransportException.Reason;
import io.netty.handler.proxy.ProxyConnectException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells why a proxy made no tunnel to the platform. */
final class TunnelReasons {
  private static final Pattern STATUS = Pattern.compile(", status: (\\d{3})");
  private static final String TIMED_OUT = ", timeout";

  private TunnelReasons() {}

  /** The reason that the failure, or one of its causes, stands for. */
  static Reason of(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProxyConnectException tunnel) {
        return ofMessage(String.valueOf(tunnel.getMessage()));
      }
    }
    Reason reason = Reasons.of(failure);
    return reason == Reason.TLS_FAILED ? reason : Reason.PROXY_UNREACHABLE;
  }

  /** Netty says it in words alone. */
  private static Reason ofMessage(String message) {
    Matcher status = STATUS.matcher(message);
    if (status.find()) {
      return ofStatus(status.group(1));
    }
    return message.endsWith(TIMED_OUT) ? Reason.PROXY_TIMED_OUT : Reason.PROXY_UNREACHABLE;
  }

  private static Reason ofStatus(String status) {
    if ("407".equals(status)) {
      return Reason.PROXY_REJECTED_CREDENTIALS;
    }
    return status.startsWith("5") ? Reason.PROXY_FAILED : Reason.PROXY_REFUSED;
  }
}
