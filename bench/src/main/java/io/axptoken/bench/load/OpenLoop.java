package io.axptoken.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Callers who know nothing of each other: requests fall due at random times (a Poisson process) of
 * a given mean rate, however slow the answers are. A latency counts from when its request was due,
 * so a stall is felt by every caller who would have come during it: no coordinated omission.
 */
public final class OpenLoop {
  private final int connections;
  private final double perSecond;

  /** Callers at so many requests in a second, with at most so many under way. */
  public OpenLoop(int connections, double perSecond) {
    this.connections = connections;
    this.perSecond = perSecond;
  }

  /** Calls {@code uri} for so long. A bad answer is an exception. */
  public Latencies run(URI uri, Duration length) throws IOException, InterruptedException {
    List<LoadConnection> all = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      Receiver receiver = new Receiver(selector);
      connect(uri, selector, receiver, all);
      Thread thread = Thread.ofPlatform().daemon().name("receiver").start(receiver);
      send(TokenRequests.messages(uri), length, receiver);
      awaitLastAnswers(receiver);
      receiver.stop();
      thread.join();
      return Latencies.of(receiver.histogram());
    } finally {
      for (LoadConnection connection : all) {
        connection.close();
      }
    }
  }

  private void connect(URI uri, Selector selector, Receiver receiver, List<LoadConnection> all)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(uri.getHost(), uri.getPort());
    for (int i = 0; i < connections; i++) {
      LoadConnection connection = LoadConnection.open(address, selector);
      all.add(connection);
      receiver.add(connection);
    }
  }

  private void send(List<byte[]> requests, Duration length, Receiver receiver)
      throws IOException, InterruptedException {
    Random random = new Random(1);
    long start = System.nanoTime();
    double due = start;
    for (int i = 0; due - start < length.toNanos(); i++) {
      due += -Math.log1p(-random.nextDouble()) * 1e9 / perSecond;
      awaitTime((long) due);
      receiver.takeFree().send(requests.get(i % requests.size()), (long) due);
    }
  }

  private void awaitLastAnswers(Receiver receiver) throws IOException, InterruptedException {
    for (int i = 0; i < connections; i++) {
      var _ = receiver.takeFree();
    }
  }

  private static void awaitTime(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
