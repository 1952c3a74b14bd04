package io.axptoken.demo.playground;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.Faults;
import io.axptoken.sandbox.FcmError;
import java.time.Duration;
import java.util.List;

/**
 * A way of failing that the page offers.
 *
 * @param id the name over HTTP
 * @param label what the platform then does, as the end of a sentence
 * @param hint what that is like in life
 * @param endpoint whose calls it befalls
 * @param fault what the sandbox does
 */
record OfferedFault(String id, String label, String hint, Endpoint endpoint, Fault fault) {
  private static final Duration COME_BACK = Duration.ofSeconds(5);

  /** All of them, in the order the page offers them. */
  static final List<OfferedFault> ALL =
      List.of(
          tokens(
              "unavailable",
              "out of service (503)",
              "The platform is down for a while and says when to come back.",
              Fault.status(503).retryAfter(COME_BACK)),
          tokens(
              "busy",
              "too many requests (429)",
              "The tenant's quota is used up; the platform says when to come back.",
              Fault.status(429).retryAfter(COME_BACK)),
          tokens(
              "server-error",
              "internal error (500)",
              "The platform has a fault of its own.",
              Fault.status(500)),
          new OfferedFault(
              "wrong-credentials",
              "rejects our credentials",
              "The client secret was changed at the platform, and not here.",
              Endpoint.ACCESS_TOKEN,
              Fault.status(401)),
          tokens(
              "revoked",
              "refuses the access token (401)",
              "For one call the server gets a new access token, and nobody notices: see the calls.",
              Fault.status(401)),
          tokens(
              "slow",
              "answers after 2 seconds",
              "Slow, but within every deadline.",
              Fault.delay(Duration.ofSeconds(2))),
          tokens(
              "hang",
              "never answers",
              "The server gives up before its own callers do.",
              Fault.hang()),
          tokens(
              "reset",
              "drops the connection",
              "Once, another one is tried and nobody notices; while it lasts, the call fails.",
              Fault.reset()),
          tokens(
              "garbage",
              "answers with garbage",
              "Something in between answers with a web page.",
              Fault.garbage()),
          tokens("huge", "answers far too much", "A megabyte instead of a token.", Fault.huge()),
          tokens(
              "short-lived",
              "tokens live 20 seconds",
              "No failure: have the token renewed by itself, and watch.",
              Fault.earlyExpiry(Duration.ofSeconds(20))),
          firebase(
              "firebase-unavailable",
              "Firebase is out of service (503)",
              "The push connector keeps the notification and tries again: it comes late, and once.",
              Fault.fcm(FcmError.UNAVAILABLE)),
          firebase(
              "firebase-busy",
              "Firebase has too many requests (429)",
              "Firebase says when to come back, and the push connector does.",
              Fault.fcm(FcmError.QUOTA_EXCEEDED).retryAfter(COME_BACK)),
          firebase(
              "firebase-proxy",
              "a proxy answers for Firebase (404)",
              "A web page says nothing about the phone: it stays registered.",
              Fault.html(404)),
          firebase(
              "firebase-gone",
              "the app is gone from the phone (404)",
              "Firebase knows no such app any more: the phone is sent nothing else.",
              Fault.fcm(FcmError.UNREGISTERED)));

  private static OfferedFault tokens(String id, String label, String hint, Fault fault) {
    return new OfferedFault(id, label, hint, Endpoint.END_USER_TOKEN, fault);
  }

  private static OfferedFault firebase(String id, String label, String hint, Fault fault) {
    return new OfferedFault(id, label, hint, Endpoint.FCM_SEND, fault);
  }

  /** Makes it happen to the next call, or to every call. */
  void happenAt(AxpSandbox sandbox, boolean always) {
    if (endpoint == Endpoint.ACCESS_TOKEN) {
      // The server keeps its access token; only a refused one makes it fetch another.
      sandbox.accessTokens().revokeAll();
    }
    Faults.Target target = sandbox.faults().on(endpoint);
    if (always) {
      target.always(fault);
    } else {
      target.next(fault);
    }
  }
}
