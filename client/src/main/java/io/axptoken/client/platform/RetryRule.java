package io.axptoken.client.platform;

import io.axptoken.client.resilience.Jitter;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are worth repeating, and when. Asking twice just makes two tokens, so whatever may
 * pass is: a connection that was not made or broke, and an answer that says "not now".
 */
final class RetryRule {
  /** A platform that wants to be left alone for longer is not waited for. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private static final int TOO_MANY_REQUESTS = 429;

  private final InstantSource clock;
  private final Jitter jitter;

  RetryRule(InstantSource clock, DoubleSupplier random) {
    this.clock = clock;
    this.jitter = new Jitter(random);
  }

  /** How long to wait before the call is repeated, or {@code null} if it is not to be. */
  @Nullable Duration pause(TransportAnswer answer, int retriesDone) {
    return switch (answer.status()) {
      case 502, 503, 504 -> asked(answer, jitter.before(retriesDone));
      case TOO_MANY_REQUESTS -> asked(answer, null);
      default -> null;
    };
  }

  private @Nullable Duration asked(TransportAnswer answer, @Nullable Duration otherwise) {
    Duration asked = RetryAfter.of(answer.headers().apply("retry-after"), clock.instant());
    if (asked == null) {
      return otherwise;
    }
    return asked.compareTo(LONGEST_WAIT) > 0 ? null : longer(asked, otherwise);
  }

  private static Duration longer(Duration one, @Nullable Duration other) {
    return other != null && other.compareTo(one) > 0 ? other : one;
  }

  /** The same for a call that ended without an answer. */
  @Nullable Duration pause(Throwable error, int retriesDone) {
    if (!(error instanceof TransportException transport)) {
      return null;
    }
    return switch (transport.reason()) {
      case CONNECT_FAILED, PROXY_UNREACHABLE, PROXY_FAILED -> jitter.before(retriesDone);
      case BROKEN -> mayBeStale(error, retriesDone) ? Duration.ZERO : jitter.before(retriesDone);
      case UNKNOWN_HOST -> retriesDone == 0 ? jitter.before(0) : null;
      case TLS_FAILED,
          NOT_SENT,
          TIMED_OUT,
          TOO_LARGE,
          HEAD_TOO_LARGE,
          CLOSED,
          PROXY_TIMED_OUT,
          PROXY_REJECTED_CREDENTIALS,
          PROXY_WITHOUT_BASIC,
          PROXY_REFUSED ->
          null;
    };
  }

  /**
   * Whether the connection may have been kept alive by us alone. That says nothing about the
   * platform, and another connection is tried at once.
   */
  static boolean mayBeStale(@Nullable Throwable error, int retriesDone) {
    return retriesDone == 0
        && error instanceof TransportException transport
        && transport.reason() == TransportException.Reason.BROKEN;
  }
}
