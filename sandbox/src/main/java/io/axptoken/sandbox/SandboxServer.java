package io.axptoken.sandbox;

import io.axptoken.sandbox.platform.Problem;
import io.axptoken.sandbox.platform.RequestIds;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** The listening socket, and the Vert.x below it. */
final class SandboxServer implements AutoCloseable {
  private final Vertx vertx;
  private final boolean ownVertx;
  private final SandboxOptions options;
  private final HttpServer server;

  private SandboxServer(SandboxOptions options, Consumer<Router> routes) {
    this.options = options;
    ownVertx = options.vertx() == null;
    vertx = options.vertx() == null ? newVertx() : options.vertx();
    server = vertx.createHttpServer(socket(options)).requestHandler(router(routes));
  }

  /** Listens and returns then. */
  static SandboxServer start(SandboxOptions options, Consumer<Router> routes) {
    SandboxServer started = new SandboxServer(options, routes);
    try {
      await(started.server.listen());
      return started;
    } catch (CompletionException e) {
      started.close();
      String address = options.host() + ":" + options.port();
      throw new UncheckedIOException(
          new IOException("cannot listen on " + address + ": " + reason(e), e));
    }
  }

  private static String reason(CompletionException e) {
    return e.getCause() == null ? e.toString() : String.valueOf(e.getCause().getMessage());
  }

  private static HttpServerOptions socket(SandboxOptions options) {
    return new HttpServerOptions()
        .setHost(options.host())
        .setPort(options.port())
        // Faults are made of connections: no two calls may share one at a time.
        .setHttp2ClearTextEnabled(false)
        .setHandle100ContinueAutomatically(true);
  }

  private static Vertx newVertx() {
    return Vertx.vertx(
        new VertxOptions()
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false)));
  }

  private Router router(Consumer<Router> routes) {
    Router router = Router.router(vertx);
    router.route().handler(RequestIds::add);
    routes.accept(router);
    refuse(router, 404, "There is nothing here.");
    refuse(router, 405, "This method is not served here.");
    refuse(router, 413, "The body is too large.");
    refuse(router, 400, "The request cannot be read.");
    refuse(router, 500, "The sandbox has a bug.");
    return router;
  }

  private static void refuse(Router router, int status, String detail) {
    router.errorHandler(
        status,
        context ->
            Problem.of(status, detail).answer(context.request().uri()).send(context.response()));
  }

  URI baseUri() {
    String host = options.host();
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + server.actualPort());
  }

  @Override
  public void close() {
    await(ownVertx ? vertx.close() : server.close());
  }

  private static void await(Future<?> future) {
    future.toCompletionStage().toCompletableFuture().join();
  }
}
