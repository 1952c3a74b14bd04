package io.axptoken.service.observe.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;

/** Says once that the collector does not take traces, and once that it does again. */
final class QuietExporter implements SpanExporter {
  private static final System.Logger LOG = System.getLogger(QuietExporter.class.getName());

  /** It writes a stack trace for each batch; held here, for nobody else would. */
  private static final Logger VERBOSE = Logger.getLogger("io.opentelemetry");

  private final SpanExporter exporter;
  private final URI endpoint;
  private final AtomicBoolean failing = new AtomicBoolean();

  QuietExporter(SpanExporter exporter, URI endpoint) {
    this.exporter = exporter;
    this.endpoint = endpoint;
    VERBOSE.setLevel(java.util.logging.Level.OFF);
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    CompletableResultCode result = exporter.export(spans);
    return result.whenComplete(() -> tell(!result.isSuccess()));
  }

  private void tell(boolean failed) {
    if (failing.compareAndSet(!failed, failed)) {
      LOG.log(
          failed ? Level.WARNING : Level.INFO,
          failed
              ? "Traces cannot be sent to {0}: check tracing.endpoint and tracing.headers. Until it"
                  + " works they are dropped."
              : "Traces are sent to {0} again.",
          endpoint);
    }
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
