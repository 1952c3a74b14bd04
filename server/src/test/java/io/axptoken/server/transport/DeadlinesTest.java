package io.axptoken.server.transport;

import static io.axptoken.server.transport.Calls.done;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The deadlines of the calls of one event loop. */
class DeadlinesTest {
  @Test
  void aFaultAtOneOfThemTouchesNoOther() {
    var group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try {
      var loop = group.next();
      var next = new CompletableFuture<Void>();
      var later = new CompletableFuture<Void>();
      loop.execute(() -> {
        var deadlines = new Deadlines(loop);
        var _ = deadlines.add(Duration.ofMillis(1), DeadlinesTest::fault);
        var _ = deadlines.add(Duration.ofMillis(2), () -> next.complete(null));
        var _ = deadlines.add(Duration.ofMillis(50), () -> later.complete(null));
      });
      done(next);
      done(later);
    } finally {
      var _ = group.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }
  }

  private static void fault() {
    throw new IllegalStateException("a fault on purpose");
  }
}
