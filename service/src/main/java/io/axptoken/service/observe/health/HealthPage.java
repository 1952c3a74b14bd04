package io.axptoken.service.observe.health;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.function.Supplier;

/** {@code /health}: the state of each part, for people and for what watches servers. */
public final class HealthPage implements Handler<HttpServerRequest> {
  private final Supplier<HealthReport> reports;

  /** Shows the report of the moment. */
  public HealthPage(Supplier<HealthReport> reports) {
    this.reports = reports;
  }

  @Override
  public void handle(HttpServerRequest request) {
    HealthReport report = reports.get();
    answer(request, report.isReady(), report.json());
  }

  /** Answers with JSON that is good for this moment alone. */
  static void answer(HttpServerRequest request, boolean up, JsonObject body) {
    request
        .response()
        .setStatusCode(up ? 200 : 503)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body.toBuffer());
  }
}
