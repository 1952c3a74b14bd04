package io.axptoken.bench.load;

import io.axptoken.bench.wire.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Callers who know nothing of each other: requests fall due at random times (a Poisson process) of
 * a given mean rate, however slow the answers are. A latency counts from when its request was due,
 * so a stall is felt by every caller who would have come during it: no coordinated omission.
 */
public final class OpenLoop {
  private final int connections;
  private final double perSecond;
  private final Wire wire;

  /** Callers at so many requests in a second, with at most so many under way. */
  public OpenLoop(int connections, double perSecond, Wire wire) {
    this.connections = connections;
    this.perSecond = perSecond;
    this.wire = wire;
  }

  /** Calls {@code uri} for so long. A bad answer is an exception. */
  public Latencies run(URI uri, Requests requests, Duration length)
      throws IOException, InterruptedException {
    Histogram histogram = new Histogram(TimeUnit.MINUTES.toNanos(2), 3);
    List<LoadConnection> all = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      Receiver receiver = new Receiver(selector, noting(histogram));
      connect(uri, selector, receiver, all);
      Thread thread = Thread.ofPlatform().daemon().name("receiver").start(receiver);
      send(requests, length, receiver);
      awaitLastAnswers(receiver);
      receiver.stop();
      thread.join();
      return Latencies.of(histogram);
    } finally {
      for (LoadConnection connection : all) {
        connection.close();
      }
    }
  }

  private static AnswerSink noting(Histogram histogram) {
    return (due, now, status) -> {
      if (status / 100 != 2) {
        throw new ProtocolException("The run is void, an answer was: " + status);
      }
      histogram.recordValue(now - due);
    };
  }

  private void connect(URI uri, Selector selector, Receiver receiver, List<LoadConnection> all)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(uri.getHost(), uri.getPort());
    for (int i = 0; i < connections; i++) {
      LoadConnection connection = LoadConnection.open(address, wire, selector);
      all.add(connection);
      receiver.add(connection);
    }
  }

  private void send(Requests requests, Duration length, Receiver receiver)
      throws IOException, InterruptedException {
    DueTimes due = new DueTimes(System.nanoTime());
    long end = due.lastNanos() + length.toNanos();
    long number = requests.next();
    for (; due.lastNanos() < end; number++) {
      long next = due.awaitNext(perSecond);
      receiver.takeFree().send(requests.message(number), next);
    }
    requests.usedUpTo(number);
  }

  private void awaitLastAnswers(Receiver receiver) throws IOException, InterruptedException {
    for (int i = 0; i < connections; i++) {
      var _ = receiver.takeFree();
    }
  }
}
