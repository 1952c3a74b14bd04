package io.axptoken.service.observe.trace;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trace of one request. */
public interface RequestSpan {
  /** No trace. */
  RequestSpan NONE = new RequestSpan() {};

  /** The trace's id, for logs, or {@code null} if there is none. */
  default @Nullable String traceId() {
    return null;
  }

  /**
   * Begins a call to another server on behalf of the request.
   *
   * @param attributes what there is to say of the call, by name
   * @param retriesDone how often it was sent before
   */
  default OutgoingSpan call(
      String method, URI target, Map<String, String> attributes, int retriesDone) {
    return OutgoingSpan.NONE;
  }

  /**
   * The request is answered.
   *
   * @param outcome in a word, such as the kind of problem
   */
  default void answered(int status, String outcome) {}
}
