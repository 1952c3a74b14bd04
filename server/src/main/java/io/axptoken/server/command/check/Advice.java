package io.axptoken.server.command.check;

import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Kind;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.server.issue.Remedy;
import io.axptoken.server.settings.AxpSettings.Platform;
import io.axptoken.server.settings.IntegrationSettings;
import java.util.regex.Pattern;

/**
 * What a failure means to who sets the server up: closer than the log's remedies, as the steps
 * before are known to work.
 *
 * @param detail what happened
 * @param action what to do; settings are named as in the section axp
 */
record Advice(String detail, String action) {
  private static final String NOT_ACCEPTED = "the platform does not accept the request for a token";

  private static final Pattern KEY = Pattern.compile("axp\\.[a-zA-Z.]*[a-zA-Z]");

  /** What to do, with the settings named as the integration has them. */
  String remedy(IntegrationSettings integration) {
    return inWordsOf(integration, action);
  }

  /** The text with the settings of the section axp named as the integration has them. */
  static String inWordsOf(IntegrationSettings integration, String text) {
    return KEY.matcher(text).replaceAll(key -> integration.key(key.group()));
  }

  /** Whether such a failure may come from asking at the wrong one of two paths. */
  static boolean mayBePath(PlatformFailure failure) {
    return failure.kind() == Kind.REJECTED_CREDENTIALS && failure.trace().status() == 404;
  }

  /** The advice on a failure of an integration. */
  static Advice on(
      PlatformFailure failure, IntegrationSettings integration, boolean otherPathWorks) {
    if (otherPathWorks) {
      return new Advice(
          "refused at this path, but given out at the other one",
          "Set axp.authPath to the other value: legacy for older accounts, else current.");
    }
    return switch (failure.kind()) {
      case REJECTED_CREDENTIALS -> rejected(failure, integration);
      case REJECTED_REQUEST -> request(failure, integration);
      case BAD_ANSWER -> badAnswer(failure, integration);
      case BUSY ->
          new Advice(
              "the platform's quota is exhausted (429)",
              "Wait and try again; if it stays so, find out who else uses the account, or have the"
                  + " quota raised.");
      case UNAVAILABLE -> unavailable(failure, integration);
      case REJECTED_USER, OVERLOADED, TIMED_OUT -> known(failure, integration);
    };
  }

  private static Advice unavailable(PlatformFailure failure, IntegrationSettings integration) {
    int status = failure.trace().status();
    return status < 500
        ? known(failure, integration)
        : new Advice(
            "the platform itself fails (" + status + ")",
            "Try again later; the platform's support can find the call by its log id.");
  }

  private static Advice known(PlatformFailure failure, IntegrationSettings integration) {
    String said = Remedy.of(failure, PlatformAccess.label(integration));
    int colon = said.indexOf(": ");
    return colon < 0
        ? new Advice("failed", said)
        : new Advice(lowerFirst(said.substring(0, colon)), upperFirst(said.substring(colon + 2)));
  }

  private static Advice rejected(PlatformFailure failure, IntegrationSettings integration) {
    Trace trace = failure.trace();
    if (trace.status() == 404) {
      return new Advice(
          "the platform knows no such account",
          "Correct axp.accountId; if that is right, axp.hostName is another region's or another"
              + " platform's (axp.platform).");
    }
    if (trace.call() == Call.END_USER_TOKEN
        && integration.axp().platform() == Platform.AXP
        && trace.status() == 401) {
      return new Advice(
          "the platform gives access tokens to this client, and does not accept them",
          "Have the client's rights checked (axp.clientId): it was revoked, or may not use the"
              + " account axp.accountId.");
    }
    return credentials(failure, integration);
  }

  private static Advice credentials(PlatformFailure failure, IntegrationSettings integration) {
    return switch (failure.trace().cause()) {
      case SECRET_UNREADABLE -> known(failure, integration);
      case INVALID_CLIENT ->
          new Advice(
              "the platform does not accept the client id or its secret",
              "Correct axp.clientId and axp.clientSecret; a secret that was changed and a client"
                  + " that was removed look the same.");
      case UNAUTHORIZED_CLIENT ->
          new Advice(
              "the client is known, but may not ask for tokens",
              "Have the client named as axp.clientId enabled for it, or use another one.");
      default ->
          new Advice(
              failure.trace().status() == 403
                  ? "the platform forbids the call"
                  : "the platform does not let us in",
              "Correct axp.appKey, and see that it belongs to the account axp.accountId.");
    };
  }

  private static Advice request(PlatformFailure failure, IntegrationSettings integration) {
    return switch (failure.trace().cause()) {
      case REQUEST_TOO_LARGE -> known(failure, integration);
      case INTEGRATION_REFUSED ->
          new Advice(
              NOT_ACCEPTED,
              "Correct axp.integrationId: there is no such integration in this account.");
      default ->
          new Advice(
              NOT_ACCEPTED, "Correct axp.integrationId, then axp.accountId and axp.platform.");
    };
  }

  private static Advice badAnswer(PlatformFailure failure, IntegrationSettings integration) {
    Trace trace = failure.trace();
    if (trace.status() / 100 == 3) {
      return new Advice(
          "the platform's host sends us elsewhere (" + trace.status() + ")",
          "Correct axp.hostName: it must be the host of the APIs, not that of a web page; or a proxy"
              + " or login page on the way answers.");
    }
    return known(failure, integration);
  }

  private static String lowerFirst(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static String upperFirst(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
