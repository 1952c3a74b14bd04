package io.axptoken.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link TokenPlatform} knows of its own state at one moment. It holds no secret and nothing
 * of a customer.
 *
 * @param accessToken the service access token
 * @param breaker whether calls are let through
 * @param lastFailure what the last token or access token that failed did so with, or {@code null}
 *     if none has failed yet
 */
public record PlatformStatus(
    AccessToken accessToken, Breaker breaker, @Nullable Failure lastFailure) {

  /**
   * The service access token that is kept between calls.
   *
   * @param stage whether it can be used
   * @param obtainedAt when it was asked for, or {@code null} if there is none
   * @param endsAt until when it is used, or {@code null} if there is none
   */
  public record AccessToken(Stage stage, @Nullable Instant obtainedAt, @Nullable Instant endsAt) {
    /** Whether it can be used. */
    public enum Stage {
      /** The platform knows no such token, as Infinity. */
      NOT_USED,
      /** There is none yet, or the platform refused the last one. */
      NONE,
      /** It can be used. */
      VALID,
      /** It has ended, and nobody has asked for another since. */
      EXPIRED
    }

    /**
     * No token.
     *
     * @param stage whether it can be used
     * @return an access token that is not there
     */
    public static AccessToken absent(Stage stage) {
      return new AccessToken(stage, null, null);
    }
  }

  /** Whether the circuit breaker lets calls through. */
  public enum Breaker {
    /** It is switched off: everything passes. */
    OFF,
    /** All is well: everything passes. */
    CLOSED,
    /** The next call passes, to find out whether the platform works again. */
    HALF_OPEN,
    /** Nothing passes. */
    OPEN
  }

  /**
   * A failure.
   *
   * @param failure what it was
   * @param at when
   * @param over whether a token, or an access token if it was one that failed, was got since
   */
  public record Failure(PlatformFailure failure, Instant at, boolean over) {}
}
