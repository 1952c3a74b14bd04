package io.axptoken.client.platform;

import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.BadAnswer;
import io.axptoken.client.PlatformFailure.Busy;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.RejectedRequest;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells from an answer, or from the lack of one, what went wrong. */
final class Failures {
  /** The hint at a token that had ended when it came; an operator's remedies know it. */
  static final String EXPIRED_TOKEN = "expired token";

  private static final int LONGEST_LOG_ID = 128;

  private final InstantSource clock;

  Failures(InstantSource clock) {
    this.clock = clock;
  }

  /** The failure that an answer without a token means. */
  PlatformFailure of(Call call, TransportAnswer answer) {
    Trace trace = trace(call, answer, Hint.of(answer));
    return switch (answer.status()) {
      case 401, 403 -> new RejectedCredentials(trace);
      case 400, 404 ->
          call == Call.ACCESS_TOKEN ? new RejectedCredentials(trace) : new RejectedRequest(trace);
      case 429 -> new Busy(trace, retryAfter(answer));
      default -> ofClass(answer, trace);
    };
  }

  private PlatformFailure ofClass(TransportAnswer answer, Trace trace) {
    return switch (answer.status() / 100) {
      case 4 -> new RejectedRequest(trace);
      case 5 -> new Unavailable(trace, retryAfter(answer));
      default -> new BadAnswer(trace);
    };
  }

  /** An answer that should hold a token and does not. */
  PlatformFailure badAnswer(Call call, TransportAnswer answer, String hint) {
    return new BadAnswer(trace(call, answer, hint));
  }

  /** The failure behind a stage that gave no answer. */
  PlatformFailure of(Call call, Throwable error) {
    if (error instanceof PlatformException known) {
      return known.failure();
    }
    if (error instanceof TransportException transport) {
      return ofTransport(call, transport.reason());
    }
    if (error instanceof TimeoutException) {
      return new TimedOut(noAnswer(call, "no answer in time"));
    }
    return new Unavailable(noAnswer(call, error.getClass().getSimpleName()), null);
  }

  private static PlatformFailure ofTransport(Call call, TransportException.Reason reason) {
    Trace trace = noAnswer(call, reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    return switch (reason) {
      case TIMED_OUT, PROXY_TIMED_OUT -> new TimedOut(trace);
      case TOO_LARGE -> new BadAnswer(trace);
      case UNKNOWN_HOST,
          CONNECT_FAILED,
          TLS_FAILED,
          PROXY_UNREACHABLE,
          PROXY_REJECTED_CREDENTIALS,
          PROXY_FAILED,
          PROXY_REFUSED,
          BROKEN,
          CLOSED ->
          new Unavailable(trace, null);
    };
  }

  /** The trace of a call that got no answer. */
  static Trace noAnswer(Call call, String hint) {
    return new Trace(call, 0, null, hint);
  }

  private static Trace trace(Call call, TransportAnswer answer, @Nullable String hint) {
    String logId = answer.headers().apply("av-log-id");
    String requestId = logId != null ? logId : answer.headers().apply("x-request-id");
    return new Trace(call, answer.status(), Visible.token(requestId, LONGEST_LOG_ID), hint);
  }

  private @Nullable Duration retryAfter(TransportAnswer answer) {
    return RetryAfter.of(answer.headers().apply("retry-after"), clock.instant());
  }
}
