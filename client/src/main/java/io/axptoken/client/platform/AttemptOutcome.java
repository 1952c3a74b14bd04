package io.axptoken.client.platform;

import io.axptoken.client.PlatformListener.RetryCause;
import io.axptoken.client.PlatformListener.StatusClass;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** How an attempt ended, in the words of a listener. */
final class AttemptOutcome {
  private static final int TOO_MANY_REQUESTS = 429;

  private AttemptOutcome() {}

  static StatusClass statusClass(@Nullable TransportAnswer answer, @Nullable Throwable error) {
    if (answer == null) {
      return isTimeout(error) ? StatusClass.TIMEOUT : StatusClass.BROKEN;
    }
    return switch (answer.status() / 100) {
      case 2 -> StatusClass.SUCCESS;
      case 3 -> StatusClass.REDIRECT;
      case 4 -> StatusClass.CLIENT_ERROR;
      case 5 -> StatusClass.SERVER_ERROR;
      default -> StatusClass.BROKEN;
    };
  }

  private static boolean isTimeout(@Nullable Throwable error) {
    if (error instanceof TransportException transport) {
      return switch (transport.reason()) {
        case NOT_SENT, TIMED_OUT, PROXY_TIMED_OUT -> true;
        default -> false;
      };
    }
    return error instanceof TimeoutException;
  }

  /** Why a call that ended so is repeated. */
  static RetryCause cause(@Nullable TransportAnswer answer, @Nullable Throwable error) {
    if (answer != null) {
      return answer.status() == TOO_MANY_REQUESTS ? RetryCause.BUSY : RetryCause.UNAVAILABLE;
    }
    boolean broken =
        error instanceof TransportException transport
            && transport.reason() == TransportException.Reason.BROKEN;
    return broken ? RetryCause.BROKEN : RetryCause.CONNECT;
  }
}
