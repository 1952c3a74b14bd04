package io.axptoken.server;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.server.config.Settings;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A whole server on a free port, and ways to talk to it. */
final class TestServer implements AutoCloseable {
  private final Lifecycle lifecycle;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private TestServer(Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  static TestServer start(AxpSandbox sandbox) {
    return start(sandbox, settings -> settings);
  }

  static TestServer start(AxpSandbox sandbox, UnaryOperator<TestSettings> change) {
    return start(change.apply(new TestSettings(sandbox)).build());
  }

  static TestServer start(Settings settings) {
    return start(settings, Map.of());
  }

  static TestServer start(Settings settings, Map<String, Handler<HttpServerRequest>> pages) {
    return new TestServer(
        Lifecycle.start(settings, pages)
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(20, TimeUnit.SECONDS)
            .join());
  }

  Lifecycle lifecycle() {
    return lifecycle;
  }

  int port() {
    return lifecycle.port();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** A request for a token; to be changed and sent. */
  HttpRequest.Builder tokenRequest(String json) {
    return HttpRequest.newBuilder(uri("/token"))
        .header("content-type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json));
  }

  /** A request for anything; to be changed and sent. */
  HttpRequest.Builder request(String method, String path) {
    return HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.noBody());
  }

  HttpResponse<String> postToken(String json) throws IOException, InterruptedException {
    return send(tokenRequest(json));
  }

  /** Sends bytes as they are, called JSON. */
  HttpResponse<String> postToken(byte[] body) throws IOException, InterruptedException {
    return send(tokenRequest("").POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request("GET", path));
  }

  HttpResponse<String> probe(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + lifecycle.managementPort() + path);
    return send(HttpRequest.newBuilder(uri));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return send(request.build());
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A bare connection. */
  RawClient connect() throws IOException {
    return new RawClient(port());
  }

  @Override
  public void close() {
    http.close();
    lifecycle
        .stop()
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
  }
}
