package io.axptoken.server.transport;

import io.axptoken.client.transport.TransportException.Reason;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tells from what Vert.x and Netty throw why there is no answer. */
final class Reasons {
  private Reasons() {}

  /** The reason that the failure or one of its causes stands for. */
  static Reason of(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnknownHostException _ -> {
          return Reason.UNKNOWN_HOST;
        }
        case SSLException _ -> {
          return Reason.TLS_FAILED;
        }
        case TooLongHttpHeaderException _, TooLongHttpLineException _ -> {
          return Reason.HEAD_TOO_LARGE;
        }
        case ConnectException _, NoRouteToHostException _ -> {
          return Reason.CONNECT_FAILED;
        }
        default -> {}
      }
    }
    return Reason.BROKEN;
  }
}
