package io.axptoken.server.observe.trace;

import io.axptoken.client.CallContext;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformListener.StatusClass;
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

/** A token request's span, and those of the attempts at the platform below it. */
final class OtelSpan implements TokenSpan, CallContext {
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
  public CallContext context() {
    return this;
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
  public Attempt begin(Call call, URI target, int retriesDone) {
    SpanBuilder builder =
        tracer
            .spanBuilder("POST")
            .setParent(context)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("http.request.method", "POST")
            .setAttribute("server.address", String.valueOf(target.getHost()))
            .setAttribute("server.port", port(target))
            .setAttribute("axp.call", call.toString());
    if (retriesDone > 0) {
      builder.setAttribute("http.request.resend_count", retriesDone);
    }
    Span attempt = builder.startSpan();
    return new Sent(attempt, headers(attempt));
  }

  private static int port(URI target) {
    if (target.getPort() >= 0) {
      return target.getPort();
    }
    return "http".equals(target.getScheme()) ? 80 : 443;
  }

  private Map<String, String> headers(Span attempt) {
    Map<String, String> headers = new HashMap<>();
    W3CTraceContextPropagator.getInstance()
        .inject(
            context.with(attempt),
            headers,
            (map, name, value) -> {
              if (map != null) {
                map.put(name, value);
              }
            });
    return headers;
  }

  private record Sent(Span span, Map<String, String> headers) implements Attempt {
    @Override
    public void ended(StatusClass status, int httpStatus) {
      if (httpStatus > 0) {
        span.setAttribute("http.response.status_code", httpStatus);
      }
      if (status != StatusClass.SUCCESS) {
        span.setAttribute(
            "error.type", httpStatus > 0 ? Integer.toString(httpStatus) : status.toString());
        span.setStatus(StatusCode.ERROR);
      }
      span.end();
    }
  }
}
