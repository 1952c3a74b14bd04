package io.axptoken.server.observe.trace;

import io.axptoken.client.CallContext;
import org.jspecify.annotations.Nullable;

/** The trace of one token request. */
public interface TokenSpan {
  /** No trace. */
  TokenSpan NONE = new TokenSpan() {};

  /** Accompanies the request to the platform. */
  default CallContext context() {
    return CallContext.NONE;
  }

  /** The trace's id, for logs, or {@code null} if there is none. */
  default @Nullable String traceId() {
    return null;
  }

  /**
   * The request is answered.
   *
   * @param outcome {@code issued}, {@code reused}, {@code signed-out} or the kind of problem
   */
  default void answered(int status, String outcome) {}
}
