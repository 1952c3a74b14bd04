package io.axptoken.server.issue;

import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Trace;
import java.util.regex.Pattern;

/** What an operator is told of a failure: what happened, and the settings to look at first. */
public final class Remedy {
  /** The client's word for a connection on which TLS could not be agreed on. */
  private static final String TLS_FAILED = "tls failed";

  /** How the client begins what it says of a proxy. */
  private static final String PROXY = "proxy ";

  /** Settings are named here as in the section axp; an integration has keys of its own. */
  private static final Pattern KEY = Pattern.compile("axp\\.[a-zA-Z.]*[a-zA-Z]");

  private Remedy() {}

  /** One or two sentences; keys are those of the integration. */
  public static String of(PlatformFailure failure, IntegrationLabel label) {
    String said = said(failure, label);
    return KEY.matcher(said).replaceAll(key -> label.key(key.group()));
  }

  private static String said(PlatformFailure failure, IntegrationLabel label) {
    return switch (failure) {
      case PlatformFailure.RejectedCredentials(Trace trace) -> rejected(trace, label);
      case PlatformFailure.RejectedRequest _ ->
          "The platform refuses the token request:"
              + " check axp.integrationId, axp.accountId and axp.platform.";
      case PlatformFailure.RejectedUser _ ->
          "The platform does not accept what a caller told of the user; the caller was told.";
      case PlatformFailure.BadAnswer(Trace trace) when "expired token".equals(trace.hint()) ->
          "The platform's token had ended when it came: check the clock of this machine.";
      case PlatformFailure.BadAnswer _ ->
          "The platform's answer is not what its contract says: check axp.hostName,"
              + " and whether a proxy answers in its place.";
      case PlatformFailure.Busy _ -> "The platform's quota is exhausted (429).";
      case PlatformFailure.Unavailable down -> unavailable(down.trace());
      case PlatformFailure.Overloaded _ ->
          "Too many token requests are under way: the platform is slow, or callers are too many.";
      case PlatformFailure.TimedOut(Trace trace) ->
          isProxys(trace) ? proxy(trace) : "The platform did not answer in time.";
    };
  }

  private static boolean isProxys(Trace trace) {
    return trace.hint() != null && trace.hint().startsWith(PROXY);
  }

  private static String proxy(Trace trace) {
    return switch (String.valueOf(trace.hint())) {
      case "proxy rejected credentials" ->
          "The HTTP proxy rejects our credentials (407): check axp.httpProxy.";
      case "proxy refused" ->
          "The HTTP proxy does not let us through to the platform: check axp.httpProxy and"
              + " axp.hostName, and allow CONNECT to that host there.";
      case "proxy failed" ->
          "The HTTP proxy cannot reach the platform: check axp.hostName, and the proxy named as"
              + " axp.httpProxy.";
      case "proxy timed out" -> "The HTTP proxy does not answer in time: check axp.httpProxy.";
      default -> "The HTTP proxy cannot be reached: check axp.httpProxy and the network.";
    };
  }

  private static String rejected(Trace trace, IntegrationLabel label) {
    if (trace.status() == 404) {
      return "The platform knows no such address or account: check axp.hostName and axp.accountId.";
    }
    if (!label.hasAppKey()) {
      return (trace.status() == 403
              ? "The platform forbids the call:"
              : "The platform rejects our credentials:")
          + " check axp.accountId, axp.clientId and axp.clientSecret.";
    }
    return trace.status() == 403
        ? "The platform forbids the call: check axp.appKey first, then axp.accountId,"
            + " axp.clientId and axp.clientSecret."
        : "The platform rejects our credentials:"
            + " check axp.accountId, axp.clientId, axp.clientSecret and axp.appKey.";
  }

  private static String unavailable(Trace trace) {
    if (isProxys(trace)) {
      return proxy(trace);
    }
    return TLS_FAILED.equals(trace.hint())
        ? "The platform's certificate is not trusted, or TLS fails otherwise: check axp.hostName,"
            + " and name the certificate's authority as axp.caCertificatePath if it is your own."
        : "The platform cannot be reached or fails: check axp.hostName and the network.";
  }
}
