package io.axptoken.server;

import io.axptoken.sandbox.AxpSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A whole server on a free port, and ways to talk to it. */
final class TestServer implements AutoCloseable {
  private final Lifecycle lifecycle;
  private final HttpClient http = HttpClient.newHttpClient();

  private TestServer(Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  static TestServer start(AxpSandbox sandbox) {
    return start(sandbox, settings -> settings);
  }

  static TestServer start(AxpSandbox sandbox, UnaryOperator<TestSettings> change) {
    TestSettings settings = change.apply(new TestSettings(sandbox));
    return new TestServer(
        Lifecycle.start(settings.build())
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

  HttpResponse<String> postToken(String json) throws IOException, InterruptedException {
    return send(tokenRequest(json));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  HttpResponse<String> probe(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + lifecycle.managementPort() + path);
    return send(HttpRequest.newBuilder(uri));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Writes bytes as they are and reads until the server closes. */
  String raw(byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        InputStream answer = socket.getInputStream()) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      return new String(answer.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
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
