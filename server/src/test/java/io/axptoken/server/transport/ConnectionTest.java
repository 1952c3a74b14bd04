package io.axptoken.server.transport;

import static io.axptoken.server.transport.Calls.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.testing.RawServer;
import io.axptoken.testing.Script;
import io.netty.channel.Channel;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.net.ConnectOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of a socket of Vert.x when it has become a connection of ours. */
class ConnectionTest {
  private Vertx vertx;

  @BeforeEach
  void setUp() {
    vertx = Vertx.vertx();
  }

  @AfterEach
  void tearDown() {
    done(vertx.close().toCompletionStage().toCompletableFuture());
  }

  @Test
  void whatItSendsIsGatheredNextToTheSocketAndNobodyElseReadsWhatComesIn() {
    try (var server = RawServer.start(Script.stall());
        var transport = new VertxTransport(vertx, null)) {
      assertThat(done(handlers(transport, server))).hasSize(3).first().isEqualTo("GatheredFlush");
    }
  }

  private CompletableFuture<List<String>> handlers(VertxTransport transport, RawServer server) {
    ContextInternal context = ((VertxInternal) vertx).createEventLoopContext();
    var loop = new Loop(transport, context, vertx.createNetClient());
    var pool = new Connections(loop, new Route(Origin.of(server.uri("/")), null), 1);
    var handlers = new CompletableFuture<List<String>>();
    var there = new ConnectOptions().setHost("localhost").setPort(server.port());
    context.runOnContext(_ ->
        loop.connect(
            there,
            channel -> handlers.complete(namesOf(channel, pool)),
            handlers::completeExceptionally));
    return handlers;
  }

  private static List<String> namesOf(Channel channel, Connections pool) {
    var _ = Connection.over(channel, pool, Duration.ofSeconds(1));
    return List.copyOf(channel.pipeline().toMap().keySet());
  }
}
