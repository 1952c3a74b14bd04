package io.axptoken.service.observe.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request's span, and those of the calls below it. */
final class OtelSpan implements RequestSpan {
  private static final int SERVER_ERROR = 500;

  private final Tracer tracer;
  private final Span span;
  private final Context context;

  OtelSpan(Tracer tracer, Span span, Context context) {
    this.tracer = tracer;
    this.span = span;
    this.context = context;
  }

  @Override
  public String traceId() {
    return span.getSpanContext().getTraceId();
  }

  @Override
  public void answered(int status, String outcome) {
    span.setAttribute("http.response.status_code", status);
    span.setAttribute("axp.outcome", outcome);
    if (status >= SERVER_ERROR) {
      span.setAttribute("error.type", outcome);
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  @Override
  public OutgoingSpan call(
      String method, URI target, Map<String, String> attributes, int retriesDone) {
    SpanBuilder builder =
        tracer
            .spanBuilder(method)
            .setParent(context)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("http.request.method", method)
            .setAttribute("server.address", String.valueOf(target.getHost()))
            .setAttribute("server.port", port(target));
    attributes.forEach(builder::setAttribute);
    if (retriesDone > 0) {
      builder.setAttribute("http.request.resend_count", retriesDone);
    }
    Span call = builder.startSpan();
    return new Sent(call, headers(call));
  }

  private static int port(URI target) {
    if (target.getPort() >= 0) {
      return target.getPort();
    }
    return "http".equals(target.getScheme()) ? 80 : 443;
  }

  private Map<String, String> headers(Span call) {
    Map<String, String> headers = new HashMap<>();
    W3CTraceContextPropagator.getInstance()
        .inject(
            context.with(call),
            headers,
            (map, name, value) -> {
              if (map != null) {
                map.put(name, value);
              }
            });
    return headers;
  }

  private record Sent(Span span, Map<String, String> headers) implements OutgoingSpan {
    @Override
    public void ended(int status, @Nullable String error) {
      if (status > 0) {
        span.setAttribute("http.response.status_code", status);
      }
      if (error != null) {
        span.setAttribute("error.type", error);
        span.setStatus(StatusCode.ERROR);
      }
      span.end();
    }
  }
}
