package io.axptoken.service.observe.trace;

import io.opentelemetry.context.propagation.TextMapGetter;
import io.vertx.core.MultiMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the W3C trace context of a request; what is there twice or too long is not there. */
final class W3cHeaders implements TextMapGetter<MultiMap> {
  private static final String PARENT = "traceparent";
  private static final String STATE = "tracestate";
  private static final int LONGEST_STATE = 512;

  @Override
  public Iterable<String> keys(MultiMap headers) {
    return List.of(PARENT, STATE);
  }

  @Override
  public @Nullable String get(@Nullable MultiMap headers, String name) {
    if (headers == null) {
      return null;
    }
    List<String> values = headers.getAll(name);
    if (name.equals(PARENT)) {
      return values.size() == 1 ? values.getFirst() : null;
    }
    String joined = String.join(",", values);
    return joined.isEmpty() || joined.length() > LONGEST_STATE ? null : joined;
  }
}
