package io.axptoken.bench.load;

import io.axptoken.bench.wire.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Callers who come whether the server keeps up or not: a request that is due while every connection
 * waits for an answer is given up. Answers of any status count.
 */
public final class Flood {
  // A request that the callers themselves could not send in time was not offered.
  private static final long TOO_LATE_NANOS = Duration.ofMillis(100).toNanos();

  private final int connections;
  private final Wire wire;

  /** Callers with at most so many requests under way. */
  public Flood(int connections, Wire wire) {
    this.connections = connections;
    this.wire = wire;
  }

  /** Goes through the phases one after the other, the first of which begins at the start noted. */
  public Run run(URI uri, Requests requests, List<Phase> phases)
      throws IOException, InterruptedException {
    Answers answers = new Answers();
    List<LoadConnection> all = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      Receiver receiver =
          new Receiver(selector, (due, now, status) -> answers.add(due, now - due, status));
      InetSocketAddress address = new InetSocketAddress(uri.getHost(), uri.getPort());
      for (int i = 0; i < connections; i++) {
        LoadConnection connection = LoadConnection.open(address, wire, selector);
        all.add(connection);
        receiver.add(connection);
      }
      Thread thread = Thread.ofPlatform().daemon().name("receiver").start(receiver);
      Run run = new Run(System.nanoTime(), answers);
      send(requests, phases, run, receiver);
      for (int i = 0; i < connections; i++) {
        var _ = receiver.takeFree();
      }
      receiver.stop();
      thread.join();
      return run;
    } finally {
      for (LoadConnection connection : all) {
        connection.close();
      }
    }
  }

  private static void send(Requests requests, List<Phase> phases, Run run, Receiver receiver)
      throws IOException {
    DueTimes times = new DueTimes(run.startNanos());
    long end = run.startNanos();
    long number = requests.next();
    for (Phase phase : phases) {
      end += phase.length().toNanos();
      while (times.lastNanos() < end) {
        long due = times.awaitNext(phase.perSecond());
        if (System.nanoTime() - due > TOO_LATE_NANOS) {
          continue;
        }
        @Nullable LoadConnection free = receiver.pollFree();
        if (free == null) {
          run.answers().add(due, 0, Answers.GIVEN_UP);
        } else {
          free.send(requests.message(number++), due);
        }
      }
    }
    requests.usedUpTo(number);
  }

  /**
   * What a run came to.
   *
   * @param startNanos when its first phase began
   * @param answers what became of its requests
   */
  public record Run(long startNanos, Answers answers) {
    /** How long after the start a request was due. */
    public Duration dueAfter(int index) {
      return Duration.ofNanos(answers.dueNanos(index) - startNanos);
    }
  }
}
