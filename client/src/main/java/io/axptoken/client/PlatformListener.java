package io.axptoken.client;

import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformStatus.Breaker;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Hears what happens between this library and the platform, for metrics and the like. Every method
 * does nothing unless it is overridden, so that new ones harm nobody.
 *
 * <p>The methods may be called by any thread, an event loop included, and by many at once: they
 * must be fast and must not block. What they throw is dropped, and changes nothing for whoever
 * waits for a token. They are told no secret and nothing of an end user.
 *
 * {@snippet file="Examples.java" region="listener"}
 */
public interface PlatformListener {
  /** Does not listen. */
  PlatformListener NONE = new PlatformListener() {};

  /** Why an access token was fetched. */
  enum Trigger {
    /** There was none to use, and somebody waited. */
    COLD,
    /** The one in use was about to end; nobody waited. */
    AHEAD,
    /** The platform had refused the one in use. */
    REJECTED
  }

  /** How one attempt at a call was answered. */
  enum StatusClass {
    /** With 2xx. */
    SUCCESS("2xx"),
    /** With 3xx. */
    REDIRECT("3xx"),
    /** With 4xx. */
    CLIENT_ERROR("4xx"),
    /** With 5xx. */
    SERVER_ERROR("5xx"),
    /** Not in time. */
    TIMEOUT("timeout"),
    /** Not at all: no connection, a broken one, or an answer that cannot be read. */
    BROKEN("broken");

    private final String text;

    StatusClass(String text) {
      this.text = text;
    }

    /** The usual short form, such as {@code 2xx}. */
    @Override
    public String toString() {
      return text;
    }
  }

  /** Why a call was repeated. */
  enum RetryCause {
    /** No connection could be made, or the name had no address. */
    CONNECT,
    /** The connection broke before the answer was there. */
    BROKEN,
    /** The platform answered 429. */
    BUSY,
    /** The platform answered 502, 503 or 504. */
    UNAVAILABLE
  }

  /**
   * A call of {@link TokenPlatform#issue} ended, with a token or without one, however it ended:
   * once for each, whether it was tried, shared another one's token, or was refused as {@link
   * PlatformFailure.Overloaded}.
   *
   * @param outcome how it ended
   */
  default void tokenEnded(TokenOutcome outcome) {}

  /**
   * A fetch of the service access token ended.
   *
   * @param trigger why it was fetched
   * @param failure why there is none, or {@code null} if there is
   * @param took repetitions and the pauses before them included
   * @param expiresAt until when the new token is used, a little before its end; {@code null} after
   *     a failure
   */
  default void accessTokenFetched(
      Trigger trigger,
      @Nullable PlatformFailure failure,
      Duration took,
      @Nullable Instant expiresAt) {}

  /**
   * One attempt at a call ended; a call that is repeated has several.
   *
   * @param call which call it was
   * @param status how it was answered
   * @param took from the moment it was handed to the transport
   */
  default void answered(Call call, StatusClass status, Duration took) {}

  /**
   * A call is going to be repeated, at once or after a pause.
   *
   * @param call which call it is
   * @param cause why
   */
  default void retried(Call call, RetryCause cause) {}

  /**
   * The circuit breaker opened, let a call through to try, or closed; what is told last is so.
   *
   * @param state what it does now
   */
  default void breakerChanged(Breaker state) {}
}
