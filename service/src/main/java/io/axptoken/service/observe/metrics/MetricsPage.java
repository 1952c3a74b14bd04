package io.axptoken.service.observe.metrics;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code GET /metrics}: made on a worker thread, one after the other. */
public final class MetricsPage implements Handler<HttpServerRequest>, AutoCloseable {
  private static final Logger LOG = System.getLogger(MetricsPage.class.getName());

  private final Vertx vertx;
  private final Metrics metrics;
  private final Supplier<String> version;
  private @Nullable Exposition exposition;
  private boolean closed;

  /**
   * A page that costs nothing before it is looked at.
   *
   * @param version of this server
   */
  public MetricsPage(Vertx vertx, Metrics metrics, Supplier<String> version) {
    this.vertx = vertx;
    this.metrics = metrics;
    this.version = version;
  }

  @Override
  public void handle(HttpServerRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    vertx
        .executeBlocking(() -> page(accept))
        .onSuccess(page ->
            request
                .response()
                .putHeader(HttpHeaders.CONTENT_TYPE, page.contentType())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(page.body())))
        .onFailure(failure -> {
          LOG.log(Level.ERROR, "The metrics could not be shown.", failure);
          request.response().setStatusCode(500).end();
        });
  }

  private synchronized Exposition.Page page(@Nullable String accept) {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    if (exposition == null) {
      exposition = new Exposition(metrics, version.get());
    }
    return exposition.page(accept);
  }

  /** Lets go of what watches the process. */
  @Override
  public synchronized void close() {
    closed = true;
    if (exposition != null) {
      exposition.close();
      exposition = null;
    }
  }
}
