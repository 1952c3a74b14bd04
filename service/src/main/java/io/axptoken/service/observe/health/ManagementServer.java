package io.axptoken.service.observe.health;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerConfig;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The listener for probes, on an address of its own so that it is never exposed by accident. {@code
 * /health/live} says that the process works, {@code /health/ready} whether it wants requests.
 */
public final class ManagementServer {
  private final Health health;
  private final Map<String, Handler<HttpServerRequest>> pages;

  /** Longer than probes and scrapers wait between two requests, so that they keep a connection. */
  private static final Duration IDLE = Duration.ofMinutes(2);

  private final HttpServer server;

  private ManagementServer(
      Vertx vertx,
      String host,
      int port,
      Health health,
      Map<String, Handler<HttpServerRequest>> pages,
      Duration idle) {
    this.health = health;
    this.pages = Map.copyOf(pages);
    this.server =
        vertx
            .createHttpServer(
                new HttpServerConfig()
                    .setTcpHost(host)
                    .setTcpPort(port)
                    .setIdleTimeout(idle)
                    .setVersions(HttpVersion.HTTP_1_0, HttpVersion.HTTP_1_1))
            .requestHandler(this::serve);
  }

  /** Listens on the address; port 0 lets the system choose. */
  public static Future<ManagementServer> listen(Vertx vertx, String host, int port, Health health) {
    return listen(vertx, host, port, health, Map.of());
  }

  /** As {@link #listen(Vertx, String, int, Health)}, with further pages to read, by path. */
  public static Future<ManagementServer> listen(
      Vertx vertx,
      String host,
      int port,
      Health health,
      Map<String, Handler<HttpServerRequest>> pages) {
    return listen(vertx, host, port, health, pages, IDLE);
  }

  /** The same; connections on which nothing happens for so long are closed. */
  public static Future<ManagementServer> listen(
      Vertx vertx,
      String host,
      int port,
      Health health,
      Map<String, Handler<HttpServerRequest>> pages,
      Duration idle) {
    ManagementServer management = new ManagementServer(vertx, host, port, health, pages, idle);
    return management.server.listen().map(management);
  }

  /** Stops listening at once. */
  public Future<Void> close() {
    return server.close();
  }

  /** The port it listens on. */
  public int port() {
    return server.actualPort();
  }

  private void serve(HttpServerRequest request) {
    if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
      request.response().setStatusCode(405).putHeader(HttpHeaders.ALLOW, "GET, HEAD").end();
      return;
    }
    String path = Objects.requireNonNullElse(request.path(), "");
    switch (path) {
      case "/health/live" -> answer(request, true);
      case "/health/ready" -> answer(request, health.isReady());
      default -> pages.getOrDefault(path, ManagementServer::notFound).handle(request);
    }
  }

  private static void notFound(HttpServerRequest request) {
    request.response().setStatusCode(404).end();
  }

  private void answer(HttpServerRequest request, boolean up) {
    Buffer body =
        new JsonObject()
            .put("status", up ? "UP" : "DOWN")
            .put("stage", health.stage().name().toLowerCase(Locale.ROOT))
            .toBuffer();
    request
        .response()
        .setStatusCode(up ? 200 : 503)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body);
  }
}
