package io.axptoken.client.platform;

import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.BadAnswer;
import io.axptoken.client.PlatformFailure.Busy;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.Overloaded;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.RejectedRequest;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.transport.CertificateFault;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells from an answer, or from the lack of one, what went wrong. */
final class Failures {
  /** When a place or a connection may be free again. */
  static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private static final int LONGEST_LOG_ID = 128;

  private final InstantSource clock;

  Failures(InstantSource clock) {
    this.clock = clock;
  }

  /** The failure that an answer without a token means. */
  PlatformFailure of(Call call, TransportAnswer answer) {
    Hint hint = Hint.of(answer);
    Trace trace = trace(call, cause(answer.status(), hint), answer, hint.text());
    return switch (answer.status()) {
      case 401, 403 -> new RejectedCredentials(trace);
      case 400, 404 ->
          call == Call.ACCESS_TOKEN ? new RejectedCredentials(trace) : new RejectedRequest(trace);
      case 429 -> new Busy(trace, retryAfter(answer));
      default -> ofClass(answer, trace);
    };
  }

  private static Cause cause(int status, Hint hint) {
    return switch (status) {
      case 400, 401, 403 -> hint.cause();
      case 413, 414, 431 -> Cause.REQUEST_TOO_LARGE;
      default -> Cause.ANSWER;
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
  PlatformFailure badAnswer(Call call, TransportAnswer answer, Cause cause) {
    String coding = ContentCoding.unknown(answer);
    return coding == null
        ? new BadAnswer(trace(call, cause, answer, null))
        : new BadAnswer(trace(call, Cause.UNKNOWN_CODING, answer, coding));
  }

  /** The same as an exception that carries what led to it. */
  PlatformException exception(Call call, Throwable error) {
    return error instanceof PlatformException known
        ? known
        : new PlatformException(of(call, error), error);
  }

  /** The failure behind a stage that gave no answer. */
  PlatformFailure of(Call call, Throwable error) {
    if (error instanceof PlatformException known) {
      return known.failure();
    }
    if (error instanceof TransportException transport) {
      return ofTransport(call, transport);
    }
    return error instanceof TimeoutException
        ? new TimedOut(noAnswer(call, Cause.TIMED_OUT))
        : new Unavailable(
            noAnswer(call, Cause.UNEXPECTED).withDetail(error.getClass().getName()), null);
  }

  /** Something threw that should not. */
  static PlatformFailure unexpected(Call call) {
    return new Unavailable(noAnswer(call, Cause.UNEXPECTED), null);
  }

  private static PlatformFailure ofTransport(Call call, TransportException failure) {
    CertificateFault certificate = failure.certificateFault();
    Trace trace =
        new Trace(call, cause(failure.reason()), 0, null, failure.offered())
            .withDetail(certificate == null ? null : certificate.toString());
    return switch (failure.reason()) {
      case TIMED_OUT, PROXY_TIMED_OUT -> new TimedOut(trace);
      case TOO_LARGE, HEAD_TOO_LARGE -> new BadAnswer(trace);
      case NOT_SENT -> new Overloaded(trace, RETRY_AFTER);
      case UNKNOWN_HOST,
          CONNECT_FAILED,
          TLS_FAILED,
          PROXY_UNREACHABLE,
          PROXY_REJECTED_CREDENTIALS,
          PROXY_WITHOUT_BASIC,
          PROXY_FAILED,
          PROXY_REFUSED,
          BROKEN,
          CLOSED ->
          new Unavailable(trace, null);
    };
  }

  private static Cause cause(TransportException.Reason reason) {
    return switch (reason) {
      case UNKNOWN_HOST -> Cause.UNKNOWN_HOST;
      case CONNECT_FAILED -> Cause.CONNECT_FAILED;
      case TLS_FAILED -> Cause.TLS_FAILED;
      case PROXY_UNREACHABLE -> Cause.PROXY_UNREACHABLE;
      case PROXY_TIMED_OUT -> Cause.PROXY_TIMED_OUT;
      case PROXY_REJECTED_CREDENTIALS -> Cause.PROXY_REJECTED_CREDENTIALS;
      case PROXY_WITHOUT_BASIC -> Cause.PROXY_WITHOUT_BASIC;
      case PROXY_FAILED -> Cause.PROXY_FAILED;
      case PROXY_REFUSED -> Cause.PROXY_REFUSED;
      case NOT_SENT -> Cause.NOT_SENT;
      case TIMED_OUT -> Cause.TIMED_OUT;
      case BROKEN -> Cause.BROKEN;
      case TOO_LARGE -> Cause.TOO_LARGE;
      case HEAD_TOO_LARGE -> Cause.HEAD_TOO_LARGE;
      case CLOSED -> Cause.CLOSED;
    };
  }

  /** The trace of a call that got no answer. */
  static Trace noAnswer(Call call, Cause cause) {
    return new Trace(call, cause, 0, null, null);
  }

  private static Trace trace(
      Call call, Cause cause, TransportAnswer answer, @Nullable String said) {
    String logId = answer.headers().apply("av-log-id");
    String requestId = logId != null ? logId : answer.headers().apply("x-request-id");
    return new Trace(call, cause, answer.status(), Visible.token(requestId, LONGEST_LOG_ID), said);
  }

  private @Nullable Duration retryAfter(TransportAnswer answer) {
    return RetryAfter.of(answer.headers().apply("retry-after"), clock.instant());
  }
}
