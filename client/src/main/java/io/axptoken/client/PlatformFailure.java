package io.axptoken.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can keep the platform from issuing a token. No failure carries text of the
 * platform's answer that could hold customer data: {@link Trace} names the call instead.
 */
public sealed interface PlatformFailure {

  /** Which call failed, and how to find it in the platform's own logs. */
  Trace trace();

  /** The call to the platform that an answer belongs to. */
  enum Call {
    /** Fetching the service access token. */
    ACCESS_TOKEN,
    /** Asking for the end user's token; on Infinity the only call there is. */
    END_USER_TOKEN
  }

  /**
   * The trace of one failed call.
   *
   * @param call which call it was
   * @param status the HTTP status of the answer, or 0 when there was none
   * @param logId the platform's {@code av-log-id} or {@code x-request-id}, or {@code null}
   * @param hint what the answer or the connection said, shortened and free of customer data, or
   *     {@code null}; for the operator's log, not for callers
   */
  record Trace(Call call, int status, @Nullable String logId, @Nullable String hint) {
    /** Such as {@code access token call, status 401, log id 1f3a, invalid_client}. */
    @Override
    public String toString() {
      return (call == Call.ACCESS_TOKEN ? "access token call" : "end-user token call")
          + (status == 0 ? "" : ", status " + status)
          + (logId == null ? "" : ", log id " + logId)
          + (hint == null ? "" : ", " + hint);
    }
  }

  /** The platform does not accept our client id, client secret or application key. */
  record RejectedCredentials(Trace trace) implements PlatformFailure {}

  /** The platform understood the request and refuses it: a wrong integration id, for example. */
  record RejectedRequest(Trace trace) implements PlatformFailure {}

  /**
   * The platform does not accept what it was told of the end user, such as an e-mail address that
   * is none: whoever told it must mend that.
   *
   * @param violation the broken rule in words of this library, with the field named as {@link
   *     EndUserRules} does
   */
  record RejectedUser(Trace trace, Violation violation) implements PlatformFailure {}

  /** The answer is not what the contract says: not JSON, no token, too large, redirected. */
  record BadAnswer(Trace trace) implements PlatformFailure {}

  /**
   * The platform's quota or spike limit is exhausted (429).
   *
   * @param retryAfter when to come back, or {@code null} if the platform did not say
   */
  record Busy(Trace trace, @Nullable Duration retryAfter) implements PlatformFailure {}

  /**
   * No connection, or the platform answered 5xx; or it did so too often to be asked again now.
   *
   * @param retryAfter when to come back, or {@code null} if unknown
   */
  record Unavailable(Trace trace, @Nullable Duration retryAfter) implements PlatformFailure {}

  /**
   * So many tokens are under way already that this one was not tried; see {@link
   * Resilience#maxConcurrent}.
   *
   * @param retryAfter when to come back
   */
  record Overloaded(Trace trace, Duration retryAfter) implements PlatformFailure {}

  /** No whole answer within the deadline. */
  record TimedOut(Trace trace) implements PlatformFailure {}
}
