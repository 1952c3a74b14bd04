package io.axptoken.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A collector of traces that keeps what it is sent. */
final class Collector implements AutoCloseable {
  private final HttpServer server;
  private final Queue<ExportTraceServiceRequest> received = new ConcurrentLinkedQueue<>();
  private final Queue<String> keys = new ConcurrentLinkedQueue<>();
  private volatile int status = 200;

  private Collector(HttpServer server) {
    this.server = server;
  }

  static Collector start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Collector collector = new Collector(server);
    server.createContext("/v1/traces", collector::take);
    server.start();
    return collector;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.add(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()));
      keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("x-key")));
      exchange.sendResponseHeaders(status, -1);
    }
  }

  /** From now on it answers with this status. */
  void answer(int newStatus) {
    status = newStatus;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
  }

  List<ExportTraceServiceRequest> received() {
    return List.copyOf(received);
  }

  /** The header x-key of each batch. */
  List<String> keys() {
    return List.copyOf(keys);
  }

  List<Span> spans() {
    return received.stream()
        .flatMap(request -> request.getResourceSpansList().stream())
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream())
        .toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
