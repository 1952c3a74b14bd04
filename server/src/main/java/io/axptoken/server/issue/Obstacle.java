package io.axptoken.server.issue;

import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Kind;
import io.axptoken.client.PlatformFailure.Trace;

/** What an operator is told of what stands in the way to the platform, by what was met there. */
final class Obstacle {
  private Obstacle() {}

  static String of(PlatformFailure failure) {
    Trace trace = failure.trace();
    return switch (trace.cause()) {
      case PROXY_REJECTED_CREDENTIALS ->
          "The HTTP proxy rejects our credentials (407): check axp.httpProxy.";
      case PROXY_WITHOUT_BASIC ->
          "The HTTP proxy offers only "
              + trace.said()
              + " (407), and Basic is all that is spoken here: allow Basic there for the user in"
              + " axp.httpProxy, or this machine without credentials.";
      case PROXY_REFUSED ->
          "The HTTP proxy does not let us through to the platform: check axp.httpProxy and"
              + " axp.hostName, and allow CONNECT to that host there.";
      case PROXY_FAILED ->
          "The HTTP proxy cannot reach the platform: check axp.hostName, and the proxy named as"
              + " axp.httpProxy.";
      case PROXY_TIMED_OUT -> "The HTTP proxy does not answer in time: check axp.httpProxy.";
      case PROXY_UNREACHABLE ->
          "The HTTP proxy cannot be reached: check axp.httpProxy and the network.";
      case TLS_FAILED ->
          "The platform's certificate is not trusted, or TLS fails otherwise: check axp.hostName,"
              + " and name the certificate's authority as axp.caCertificatePath if it is your own.";
      default -> otherwise(failure);
    };
  }

  private static String otherwise(PlatformFailure failure) {
    return failure.kind() == Kind.TIMED_OUT
        ? "The platform did not answer in time."
        : "The platform cannot be reached or fails: check axp.hostName and the network.";
  }
}
