package io.axptoken.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A way in which the platform can misbehave on one call. */
public sealed interface Fault {

  /** Answers with this status and a matching problem, whatever was asked. */
  static Status status(int status) {
    return new Status(status, Optional.empty());
  }

  /** Answers as it should, but late. */
  static Delay delay(Duration delay) {
    return new Delay(delay);
  }

  /** Never answers, and keeps the connection. */
  static Hang hang() {
    return new Hang();
  }

  /** Resets the connection instead of answering. */
  static Reset reset() {
    return new Reset();
  }

  /** Promises the whole body, sends half of it and closes the connection. */
  static Truncate truncate() {
    return new Truncate();
  }

  /** Promises the whole body, sends half of it and nothing more, and keeps the connection. */
  static StallBody stallBody() {
    return new StallBody();
  }

  /** Answers success, with a body that calls itself JSON and is not. */
  static Garbage garbage() {
    return new Garbage();
  }

  /** Answers as it should, as {@code text/html}. */
  static WrongContentType wrongContentType() {
    return new WrongContentType();
  }

  /** Answers success, with a JSON object that has no token. */
  static WithoutToken withoutToken() {
    return new WithoutToken();
  }

  /** Answers success, with a JSON object of 1 MiB, in chunks. */
  static Huge huge() {
    return new Huge(1 << 20);
  }

  /** Answers 302 to that location. */
  static Redirect redirect(URI location) {
    return new Redirect(location);
  }

  /**
   * Issues a token that expires after this time, whatever was asked or is told: {@code expires_in}
   * still names the usual lifetime. For truthful short lives see {@link AccessTokens#lifetime}.
   */
  static EarlyExpiry earlyExpiry(Duration lifetime) {
    return new EarlyExpiry(lifetime);
  }

  /** Answers with this status and a web page, as a proxy in between does. */
  static Html html(int status) {
    return new Html(status);
  }

  /** Refuses a grant as an OAuth host does that knows no such account, key or time. */
  static InvalidGrant invalidGrant() {
    return new InvalidGrant();
  }

  /** Answers with this error of Firebase Cloud Messaging. */
  static Fcm fcm(FcmError error) {
    return new Fcm(error, Optional.empty());
  }

  /**
   * See {@link #status}.
   *
   * @param status 200 to 599
   * @param retryAfter sent in whole seconds, rounded up, where present
   */
  record Status(int status, Optional<Duration> retryAfter) implements Fault {
    /**
     * @throws IllegalArgumentException if the status or the time is out of range
     */
    public Status {
      requireStatus(status);
      retryAfter.ifPresent(after -> requireNotNegative("retryAfter", after));
    }

    /** The same with a {@code Retry-After} header. */
    public Status retryAfter(Duration after) {
      return new Status(status, Optional.of(after));
    }
  }

  /**
   * See {@link #delay}.
   *
   * @param delay how late, in milliseconds or longer
   */
  record Delay(Duration delay) implements Fault {
    /**
     * @throws IllegalArgumentException if it is negative
     */
    public Delay {
      requireNotNegative("delay", delay);
    }
  }

  /** See {@link #hang}. */
  record Hang() implements Fault {}

  /** See {@link #reset}. */
  record Reset() implements Fault {}

  /** See {@link #truncate}. */
  record Truncate() implements Fault {}

  /** See {@link #stallBody}. */
  record StallBody() implements Fault {}

  /** See {@link #garbage}. */
  record Garbage() implements Fault {}

  /** See {@link #wrongContentType}. */
  record WrongContentType() implements Fault {}

  /** See {@link #withoutToken}. */
  record WithoutToken() implements Fault {}

  /**
   * See {@link #huge}.
   *
   * @param bytes the size of the body
   */
  record Huge(long bytes) implements Fault {
    /**
     * @throws IllegalArgumentException if it is too small to be a JSON object
     */
    public Huge {
      if (bytes < 32) {
        throw new IllegalArgumentException("bytes must be at least 32");
      }
    }
  }

  /**
   * See {@link #redirect}.
   *
   * @param location where to
   */
  record Redirect(URI location) implements Fault {}

  /**
   * See {@link #earlyExpiry}.
   *
   * @param lifetime in whole seconds; zero or less issues an expired token
   */
  record EarlyExpiry(Duration lifetime) implements Fault {}

  /**
   * See {@link #html}.
   *
   * @param status 200 to 599
   */
  record Html(int status) implements Fault {
    /**
     * @throws IllegalArgumentException if the status is out of range
     */
    public Html {
      requireStatus(status);
    }
  }

  /** See {@link #invalidGrant}. */
  record InvalidGrant() implements Fault {}

  /**
   * See {@link #fcm}.
   *
   * @param error which one
   * @param retryAfter sent in whole seconds, rounded up, where present
   */
  record Fcm(FcmError error, Optional<Duration> retryAfter) implements Fault {
    /**
     * @throws IllegalArgumentException if the time is negative
     */
    public Fcm {
      retryAfter.ifPresent(after -> requireNotNegative("retryAfter", after));
    }

    /** The same with a {@code Retry-After} header. */
    public Fcm retryAfter(Duration after) {
      return new Fcm(error, Optional.of(after));
    }
  }

  private static void requireStatus(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status must be 200 to 599");
    }
  }

  private static void requireNotNegative(String name, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(name + " must not be negative");
    }
  }
}
