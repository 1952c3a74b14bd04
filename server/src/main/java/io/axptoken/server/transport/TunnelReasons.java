package io.axptoken.server.transport;

import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.proxy.HttpProxyHandler.HttpProxyConnectException;
import io.netty.handler.proxy.ProxyConnectException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells why a proxy made no tunnel to the platform. */
final class TunnelReasons {
  private static final Pattern STATUS = Pattern.compile(", status: (\\d{3})");
  private static final String TIMED_OUT = ", timeout";

  private TunnelReasons() {}

  /** What the failure, or one of its causes, stands for. */
  static TransportException of(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProxyConnectException tunnel) {
        return ofTunnel(tunnel, failure);
      }
    }
    Reason reason = Reasons.of(failure);
    return new TransportException(
        reason == Reason.TLS_FAILED ? reason : Reason.PROXY_UNREACHABLE, failure);
  }

  private static TransportException ofTunnel(ProxyConnectException tunnel, Throwable failure) {
    Reason reason = ofMessage(String.valueOf(tunnel.getMessage()));
    return reason == Reason.PROXY_REJECTED_CREDENTIALS
        ? TransportException.proxyChallenge(challenges(tunnel), failure)
        : new TransportException(reason, failure);
  }

  private static List<String> challenges(ProxyConnectException tunnel) {
    HttpHeaders headers = tunnel instanceof HttpProxyConnectException http ? http.headers() : null;
    return headers == null ? List.of() : headers.getAll(HttpHeaderNames.PROXY_AUTHENTICATE);
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
