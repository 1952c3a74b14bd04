package io.axptoken.sandbox;

import io.axptoken.sandbox.chat.time.ChatLoop;
import io.axptoken.sandbox.chat.time.Timers;
import io.axptoken.sandbox.chat.wire.ChatApi;
import io.axptoken.sandbox.platform.Problem;
import io.axptoken.sandbox.platform.RequestIds;
import io.axptoken.sandbox.tls.HttpsOptions;
import io.axptoken.sandbox.tls.SandboxCertificate;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The listening socket, the event loop that serves it, and the Vert.x below both. */
final class SandboxServer implements AutoCloseable {
  private final Vertx vertx;
  private final boolean ownVertx;
  private final SandboxOptions options;
  private final Site site = new Site();
  private final ChatLoop loop;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final @Nullable SandboxCertificate secure;
  private @Nullable HttpServer server;
  private @Nullable HttpServer secureServer;

  /** Makes ready to listen. */
  SandboxServer(SandboxOptions options) {
    this.options = options;
    ownVertx = options.vertx() == null;
    vertx = options.vertx() == null ? newVertx() : options.vertx();
    secure = Secure.certificate(options);
    await(vertx.deployVerticle(site));
    Timers timers = options.chat().timers().orElseGet(() -> ChatLoop.timersOf(vertx));
    loop = new ChatLoop(site.context(), options.clock(), timers);
  }

  /** What everything runs on. */
  Vertx vertx() {
    return vertx;
  }

  /** The loop that all calls are served on. */
  ChatLoop loop() {
    return loop;
  }

  /** Listens and returns then. */
  void listen(Consumer<Router> routes) {
    Router router = router(routes);
    server = listen(socket(options), router);
    if (options.https() != null && secure != null) {
      secureServer = listen(Secure.socket(socket(options), options.https(), secure), router);
      writeAuthority(options.https(), secure);
    }
  }

  private HttpServer listen(HttpServerOptions socket, Router router) {
    try {
      HttpServer listener = loop.call(() -> vertx.createHttpServer(socket).requestHandler(router));
      await(loop.call(listener::listen));
      return listener;
    } catch (CompletionException e) {
      close();
      String address = socket.getHost() + ":" + socket.getPort();
      throw new UncheckedIOException(
          new IOException("cannot listen on " + address + ": " + reason(e), e));
    }
  }

  private void writeAuthority(HttpsOptions https, SandboxCertificate certificate) {
    try {
      Secure.write(https, certificate);
    } catch (UncheckedIOException e) {
      close();
      throw e;
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
        context -> {
          ChatApi.allowReading(context.request());
          Problem.of(status, detail).answer(context.request().uri()).send(context.response());
        });
  }

  URI baseUri() {
    return uri("http", Objects.requireNonNull(server));
  }

  /** The same over HTTPS, if it listens for that. */
  Optional<URI> httpsUri() {
    return Optional.ofNullable(secureServer).map(listener -> uri("https", listener));
  }

  /** The certificate of the authority that HTTPS clients are to trust. */
  Optional<String> authority() {
    return Optional.ofNullable(secure).map(SandboxCertificate::authority);
  }

  private URI uri(String scheme, HttpServer listener) {
    String host = options.host();
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create(scheme + "://" + name + ":" + listener.actualPort());
  }

  @Override
  public void close() {
    if (open.getAndSet(false)) {
      await(ownVertx ? vertx.close() : vertx.undeploy(site.deploymentID()));
    }
  }

  /** What gives the sandbox an event loop of its own, and closes with it what listens there. */
  private static final class Site extends VerticleBase {
    Context context() {
      return context;
    }
  }

  private static void await(Future<?> future) {
    future.toCompletionStage().toCompletableFuture().join();
  }
}
