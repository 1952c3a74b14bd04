package io.axptoken.server.command.check;

import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.BadAnswer;
import io.axptoken.client.PlatformFailure.Busy;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.RejectedRequest;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.server.config.AxpSettings.Platform;
import io.axptoken.server.config.IntegrationSettings;
import io.axptoken.server.issue.Remedy;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a failure means to who sets the server up: closer than the log's remedies, as the steps
 * before are known to work.
 *
 * @param detail what happened
 * @param action what to do; settings are named as in the section axp
 */
record Advice(String detail, String action) {
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
    return failure instanceof RejectedCredentials(Trace trace) && trace.status() == 404;
  }

  /** The advice on a failure of an integration. */
  static Advice on(
      PlatformFailure failure, IntegrationSettings integration, boolean otherPathWorks) {
    if (otherPathWorks) {
      return new Advice(
          "refused at this path, but given out at the other one",
          "Set axp.authPath to the other value: legacy for older accounts, else current.");
    }
    return switch (failure) {
      case RejectedCredentials(Trace trace) -> rejected(trace, integration);
      case RejectedRequest(Trace trace) -> request(trace);
      case BadAnswer(Trace trace) -> badAnswer(trace, failure, integration);
      case Busy _ ->
          new Advice(
              "the platform's quota is exhausted (429)",
              "Wait and try again; if it stays so, find out who else uses the account, or have the"
                  + " quota raised.");
      case Unavailable(Trace trace, _) when trace.status() >= 500 ->
          new Advice(
              "the platform itself fails (" + trace.status() + ")",
              "Try again later; the platform's support can find the call by its log id.");
      default -> known(failure, integration);
    };
  }

  private static Advice known(PlatformFailure failure, IntegrationSettings integration) {
    String said = Remedy.of(failure, PlatformAccess.label(integration));
    int colon = said.indexOf(": ");
    return colon < 0
        ? new Advice("failed", said)
        : new Advice(lowerFirst(said.substring(0, colon)), upperFirst(said.substring(colon + 2)));
  }

  private static Advice rejected(Trace trace, IntegrationSettings integration) {
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
    return credentials(trace.hint(), trace.status());
  }

  private static Advice credentials(@Nullable String hint, int status) {
    if ("invalid_client".equals(hint)) {
      return new Advice(
          "the platform does not accept the client id or its secret",
          "Correct axp.clientId and axp.clientSecret; a secret that was changed and a client that"
              + " was removed look the same.");
    }
    if ("unauthorized_client".equals(hint)) {
      return new Advice(
          "the client is known, but may not ask for tokens",
          "Have the client named as axp.clientId enabled for it, or use another one.");
    }
    return new Advice(
        status == 403 ? "the platform forbids the call" : "the platform does not let us in",
        "Correct axp.appKey, and see that it belongs to the account axp.accountId.");
  }

  private static Advice request(Trace trace) {
    return new Advice(
        "the platform does not accept the request for a token",
        trace.hint() != null && trace.hint().contains("integrationId")
            ? "Correct axp.integrationId: there is no such integration in this account."
            : "Correct axp.integrationId, then axp.accountId and axp.platform.");
  }

  private static Advice badAnswer(
      Trace trace, PlatformFailure failure, IntegrationSettings integration) {
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
