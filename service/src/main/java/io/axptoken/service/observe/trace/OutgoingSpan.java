package io.axptoken.service.observe.trace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trace of one call to another server. */
public interface OutgoingSpan {
  /** No trace. */
  OutgoingSpan NONE = (_, _) -> {};

  /** What is sent along, so that the other server can go on with the trace. */
  default Map<String, String> headers() {
    return Map.of();
  }

  /**
   * The call is over.
   *
   * @param status the answer's HTTP status, or 0 if there was none
   * @param error what went wrong, in a word, or {@code null} if nothing did
   */
  void ended(int status, @Nullable String error);
}
