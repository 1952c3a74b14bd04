package io.axptoken.service.observe.trace;

import io.axptoken.service.config.Secret;
import io.axptoken.service.config.TracingSettings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Traces by OpenTelemetry, sent in batches; what a sick collector does not take is dropped. */
final class OtelTracing implements Tracing {
  private static final Duration ATTEMPT = Duration.ofSeconds(5);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration BATCH = Duration.ofSeconds(1);
  private static final long LAST_WAIT_SECONDS = 2;
  private static final int QUEUE = 2048;

  /** The methods that a span may name: what callers make up may hold names. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT");

  private final W3cHeaders headers = new W3cHeaders();
  private final SdkTracerProvider provider;
  private final Tracer tracer;

  OtelTracing(TracingSettings settings, URI endpoint, String name, String version) {
    this.provider =
        SdkTracerProvider.builder()
            .setResource(resource(settings, version))
            .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.sampleRatio())))
            .addSpanProcessor(
                BatchSpanProcessor.builder(exporter(settings, endpoint))
                    .setMaxQueueSize(QUEUE)
                    .setScheduleDelay(BATCH)
                    .setExporterTimeout(ATTEMPT)
                    .build())
            .build();
    this.tracer = provider.get(name, version);
  }

  private static Resource resource(TracingSettings settings, String version) {
    return Resource.getDefault()
        .merge(
            Resource.create(
                Attributes.of(
                    AttributeKey.stringKey("service.name"),
                    settings.serviceName(),
                    AttributeKey.stringKey("service.version"),
                    version)));
  }

  private static SpanExporter exporter(TracingSettings settings, URI endpoint) {
    OtlpHttpSpanExporterBuilder builder =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(endpoint.toString())
            .setTimeout(ATTEMPT)
            .setConnectTimeout(CONNECT)
            .setRetryPolicy(null);
    for (var header : settings.headers().entrySet()) {
      Secret value = header.getValue();
      builder.addHeader(header.getKey(), value.reveal());
    }
    return new QuietExporter(builder.build(), endpoint);
  }

  @Override
  public RequestSpan begin(
      HttpServerRequest request, String route, Map<String, String> attributes) {
    Context parent =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), request.headers(), headers);
    String method = request.method().name();
    boolean known = METHODS.contains(method);
    SpanBuilder builder =
        tracer
            .spanBuilder((known ? method : "HTTP") + " " + route)
            .setParent(parent)
            .setSpanKind(SpanKind.SERVER)
            .setAttribute("http.request.method", known ? method : "_OTHER")
            .setAttribute("http.route", route)
            .setAttribute("url.scheme", request.isSSL() ? "https" : "http");
    attributes.forEach(builder::setAttribute);
    Span span = builder.startSpan();
    return new OtelSpan(tracer, span, parent.with(span));
  }

  @Override
  public void close() {
    provider.shutdown().join(LAST_WAIT_SECONDS, TimeUnit.SECONDS);
  }
}
