package io.axptoken.server.issue;

import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.Trace;
import java.util.regex.Pattern;

/** What an operator is told of a failure: what happened, and the settings to look at first. */
public final class Remedy {
  private static final String OTHER_ANSWERS =
      ": check axp.hostName, and whether a proxy answers in its place.";

  /** Settings are named here as in the section axp; an integration has keys of its own. */
  private static final Pattern KEY = Pattern.compile("axp\\.[a-zA-Z.]*[a-zA-Z]");

  private Remedy() {}

  /** One or two sentences; keys are those of the integration. */
  public static String of(PlatformFailure failure, IntegrationLabel label) {
    String said = said(failure, label);
    return KEY.matcher(said).replaceAll(key -> label.key(key.group()));
  }

  private static String said(PlatformFailure failure, IntegrationLabel label) {
    Trace trace = failure.trace();
    return switch (failure.kind()) {
      case REJECTED_CREDENTIALS -> rejected(trace, label);
      case REJECTED_REQUEST -> request(trace);
      case REJECTED_USER ->
          "The platform does not accept what a caller said about the user; the caller was told.";
      case BAD_ANSWER -> badAnswer(trace);
      case BUSY -> "The platform's quota is exhausted (429).";
      case UNAVAILABLE, TIMED_OUT -> Obstacle.of(failure);
      case OVERLOADED ->
          "Too many token requests are under way: the platform is slow, or callers are too many.";
    };
  }

  private static String request(Trace trace) {
    return switch (trace.cause()) {
      case REQUEST_TOO_LARGE ->
          "The platform finds a request too large ("
              + trace.status()
              + "): a caller told too much of the user; the address is right.";
      case INTEGRATION_REFUSED -> "The platform refuses the integration: check axp.integrationId.";
      default ->
          "The platform refuses the token request:"
              + " check axp.integrationId, axp.accountId and axp.platform.";
    };
  }

  private static String badAnswer(Trace trace) {
    return switch (trace.cause()) {
      case EXPIRED_TOKEN ->
          "The platform's token had ended when it came: check the clock of this machine.";
      case UNKNOWN_CODING ->
          "The platform's answer is in a content coding that nobody asked for: check axp.hostName,"
              + " and whether a gateway on the way compresses answers.";
      case TOO_LARGE -> "The platform's answer is larger than 64 KiB" + OTHER_ANSWERS;
      case HEAD_TOO_LARGE ->
          "The headers of the platform's answer are larger than 32 KiB" + OTHER_ANSWERS;
      default -> "The platform's answer is not what its contract says" + OTHER_ANSWERS;
    };
  }

  private static String rejected(Trace trace, IntegrationLabel label) {
    if (trace.cause() == Cause.SECRET_UNREADABLE) {
      return "The client secret could not be read: check axp.clientSecret.";
    }
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
}
