package io.axptoken.service.http.connection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheredFlushOfVertxTest {
  private static final String LOOPBACK = "127.0.0.1";

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void tearDown() throws Exception {
    await(vertx.close());
  }

  @Test
  void acceptedConnectionsHaveItNextToTheSocket() throws Exception {
    CompletableFuture<String> accepted = new CompletableFuture<>();
    HttpServer server =
        await(
            vertx
                .createHttpServer()
                .connectionHandler(connection -> accepted.complete(firstHandler(connection)))
                .requestHandler(request -> request.response().end())
                .listen(0, LOOPBACK));
    HttpClient client = vertx.createHttpClient();
    await(
        client
            .request(HttpMethod.GET, server.actualPort(), LOOPBACK, "/")
            .compose(HttpClientRequest::send));
    assertThat(accepted.get(10, SECONDS)).isEqualTo("GatheredFlush");
    await(client.close());
  }

  private static String firstHandler(HttpConnection connection) {
    GatheredFlush.of(connection);
    return ((ConnectionBase) connection).channel().pipeline().names().getFirst();
  }

  private static <T> T await(Future<T> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.toCompletionStage().toCompletableFuture().get(10, SECONDS);
  }
}
