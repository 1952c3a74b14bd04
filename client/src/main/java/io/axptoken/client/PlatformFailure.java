package io.axptoken.client;

import io.axptoken.client.transport.TransportException;
import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can keep the platform from issuing a token. No failure carries text of the
 * platform's answer that could hold customer data: {@link Trace} names the call instead.
 *
 * <p>A later version may know more failures. So that this breaks nobody, a {@code switch} over a
 * failure needs a {@code default}: the compiler asks for it, since one of the permitted types can
 * be named by nobody. A switch over {@link #kind} should have one, too. Whatever a failure is that
 * your code does not know, {@link #isTransient}, {@link #retryAfter} and {@link #trace} say what to
 * do about it.
 *
 * {@snippet file="Examples.java" region="failures"}
 *
 * <p>The records here may get more components, beside constructors as they are today: take them
 * apart by their accessors, not by record patterns. All are serialisable.
 */
public sealed interface PlatformFailure extends Serializable
    permits PlatformFailure.RejectedCredentials,
        PlatformFailure.RejectedRequest,
        PlatformFailure.RejectedUser,
        PlatformFailure.BadAnswer,
        PlatformFailure.Busy,
        PlatformFailure.Unavailable,
        PlatformFailure.Overloaded,
        PlatformFailure.TimedOut,
        Unforeseen {

  /** {@return which call failed, and how to find it in the platform's own logs} */
  Trace trace();

  /** {@return which of the failures it is, for whoever needs no more than that} */
  default Kind kind() {
    return Kinds.of(this);
  }

  /**
   * {@return whether the very same request may well succeed later without anybody having fixed
   * something: after {@link #retryAfter}, or after a moment if that is not known}
   */
  default boolean isTransient() {
    return Transience.of(this);
  }

  /** {@return when to come back, or {@code null} if unknown, or if coming back does not help} */
  default @Nullable Duration retryAfter() {
    return null;
  }

  /** One for each failure. */
  enum Kind {
    /** {@link RejectedCredentials}. */
    REJECTED_CREDENTIALS,
    /** {@link RejectedRequest}. */
    REJECTED_REQUEST,
    /** {@link RejectedUser}. */
    REJECTED_USER,
    /** {@link BadAnswer}. */
    BAD_ANSWER,
    /** {@link Busy}. */
    BUSY,
    /** {@link Unavailable}. */
    UNAVAILABLE,
    /** {@link Overloaded}. */
    OVERLOADED,
    /** {@link TimedOut}. */
    TIMED_OUT
  }

  /** The call to the platform that an answer belongs to. */
  enum Call {
    /** Fetching the service access token. */
    ACCESS_TOKEN,
    /** Asking for the end user's token; on Infinity the only call there is. */
    END_USER_TOKEN;

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The name for logs and metrics: {@code access-token} or {@code end-user-token}. */
    @Override
    public String toString() {
      return text;
    }
  }

  /** What was met that led to a failure: always known to this library, and never a foreign text. */
  enum Cause {
    /** An answer, of which the status says the most. */
    ANSWER("an answer without a token"),
    /** The platform does not know the client, or its secret is another. */
    INVALID_CLIENT("client or secret not accepted"),
    /** The platform knows the client, which may not ask. */
    UNAUTHORIZED_CLIENT("client not authorized"),
    /** The platform complains of the integration id. */
    INTEGRATION_REFUSED("integration id not accepted"),
    /** The platform finds the request too large (413, 414, 431). */
    REQUEST_TOO_LARGE("request too large"),
    /** An answer that should hold a token holds no sound one. */
    NO_TOKEN("no token in the answer"),
    /** The token in the answer had ended already. */
    EXPIRED_TOKEN("expired token"),
    /** The answer is in a content coding that nobody has asked for and that is not understood. */
    UNKNOWN_CODING("unknown content coding"),
    /** See {@link TransportException.Reason#UNKNOWN_HOST}. */
    UNKNOWN_HOST("unknown host"),
    /** See {@link TransportException.Reason#CONNECT_FAILED}. */
    CONNECT_FAILED("connect failed"),
    /** See {@link TransportException.Reason#TLS_FAILED}. */
    TLS_FAILED("tls failed"),
    /** See {@link TransportException.Reason#PROXY_UNREACHABLE}. */
    PROXY_UNREACHABLE("proxy unreachable"),
    /** See {@link TransportException.Reason#PROXY_TIMED_OUT}. */
    PROXY_TIMED_OUT("proxy timed out"),
    /** See {@link TransportException.Reason#PROXY_REJECTED_CREDENTIALS}. */
    PROXY_REJECTED_CREDENTIALS("proxy rejected credentials"),
    /** See {@link TransportException.Reason#PROXY_WITHOUT_BASIC}. */
    PROXY_WITHOUT_BASIC("proxy without basic"),
    /** See {@link TransportException.Reason#PROXY_FAILED}. */
    PROXY_FAILED("proxy failed"),
    /** See {@link TransportException.Reason#PROXY_REFUSED}. */
    PROXY_REFUSED("proxy refused"),
    /** See {@link TransportException.Reason#NOT_SENT}. */
    NOT_SENT("not sent"),
    /** No whole answer in time. */
    TIMED_OUT("timed out"),
    /** See {@link TransportException.Reason#BROKEN}. */
    BROKEN("broken"),
    /** See {@link TransportException.Reason#TOO_LARGE}. */
    TOO_LARGE("too large"),
    /** See {@link TransportException.Reason#HEAD_TOO_LARGE}. */
    HEAD_TOO_LARGE("head too large"),
    /** The platform or its transport was closed. */
    CLOSED("closed"),
    /** The circuit breaker holds the call back, and what opened it is not known. */
    HELD_BACK("held back"),
    /** Too many tokens are under way. */
    TOO_MANY("too many tokens are under way"),
    /** The client secret could not be read. */
    SECRET_UNREADABLE("the client secret could not be read"),
    /** Something failed that should not. */
    UNEXPECTED("unexpected");

    private final String text;

    Cause(String text) {
      this.text = text;
    }

    /** In a few words, such as {@code tls failed}. */
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * The trace of one failed call.
   *
   * @param call which call it was
   * @param cause what was met; remedies go by it
   * @param status the HTTP status of the answer, or 0 when there was none
   * @param logId the platform's {@code av-log-id} or {@code x-request-id}, or {@code null}
   * @param said what the answer, or that of the proxy, said of itself: a code, a title, names of
   *     fields or of schemes, shortened and free of customer data, or {@code null}; to be quoted in
   *     the operator's log, and neither to be believed nor shown to callers
   * @param heldBack whether the call was not made, for others before it failed like this
   * @param detail more of the cause in the library's own words, such as {@code the certificate has
   *     expired}, for the operator's log; or {@code null}
   */
  record Trace(
      Call call,
      Cause cause,
      int status,
      @Nullable String logId,
      @Nullable String said,
      boolean heldBack,
      @Nullable String detail)
      implements Serializable {
    /**
     * Of a call that was made.
     *
     * @param call which call it was
     * @param cause what was met
     * @param status the HTTP status, or 0 when there was none
     * @param logId the platform's id for the call, or {@code null}
     * @param said what the answer said of itself, or {@code null}
     */
    public Trace(
        Call call, Cause cause, int status, @Nullable String logId, @Nullable String said) {
      this(call, cause, status, logId, said, false, null);
    }

    /**
     * The same with more of the cause.
     *
     * @param more in the library's own words, or {@code null}
     * @return a trace with that detail
     */
    public Trace withDetail(@Nullable String more) {
      return new Trace(call, cause, status, logId, said, heldBack, more);
    }

    /** {@return the same for a call that was not made because of this one} */
    public Trace heldBackNow() {
      return new Trace(call, cause, status, logId, said, true, detail);
    }

    /** {@return the cause in the library's own words, for the operator: {@code tls failed}} */
    public String hint() {
      return (heldBack ? "not asked now, after too many failures, the last: " : "")
          + cause
          + (detail == null ? "" : " (" + detail + ")");
    }

    /**
     * Such as {@code access token call, status 401, log id 1f3a, client or secret not accepted, it
     * says "invalid_client"}.
     */
    @Override
    public String toString() {
      return (call == Call.ACCESS_TOKEN ? "access token call" : "end-user token call")
          + (status == 0 ? "" : ", status " + status)
          + (logId == null ? "" : ", log id " + logId)
          + ", "
          + hint()
          + (said == null ? "" : ", it says \"" + said + '"');
    }
  }

  /**
   * The platform does not accept our client id, client secret or application key.
   *
   * @param trace which call failed, and how
   */
  record RejectedCredentials(Trace trace) implements PlatformFailure {}

  /**
   * The platform understood the request and refuses it: a wrong integration id, for example.
   *
   * @param trace which call failed, and how
   */
  record RejectedRequest(Trace trace) implements PlatformFailure {}

  /**
   * The platform does not accept what it was told of the end user, such as an e-mail address that
   * is none: whoever told it must correct that.
   *
   * @param trace which call failed, and how
   * @param violation the broken rule in words of this library, with the field named as {@link
   *     EndUserRules} does
   */
  record RejectedUser(Trace trace, Violation violation) implements PlatformFailure {}

  /**
   * The answer is not what the contract says: not JSON, no token, too large, redirected.
   *
   * @param trace which call failed, and how
   */
  record BadAnswer(Trace trace) implements PlatformFailure {}

  /**
   * The platform's quota or spike limit is exhausted (429).
   *
   * @param trace which call failed, and how
   * @param retryAfter when to come back, or {@code null} if the platform did not say
   */
  record Busy(Trace trace, @Nullable Duration retryAfter) implements PlatformFailure {}

  /**
   * No connection, or the platform answered 5xx; or it did so too often to be asked again now.
   *
   * @param trace which call failed, and how
   * @param retryAfter when to come back, or {@code null} if unknown
   */
  record Unavailable(Trace trace, @Nullable Duration retryAfter) implements PlatformFailure {}

  /**
   * So many tokens are under way already that this one was not tried; see {@link
   * Resilience#maxConcurrent} and {@link Resilience#maxWaiting}.
   *
   * @param trace which call failed, and how
   * @param retryAfter when to come back
   */
  record Overloaded(Trace trace, Duration retryAfter) implements PlatformFailure {}

  /**
   * No whole answer within the deadline.
   *
   * @param trace which call failed, and how
   */
  record TimedOut(Trace trace) implements PlatformFailure {}
}
