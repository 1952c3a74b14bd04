package io.axptoken.bench.load;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Takes the answers on all connections, notes how late each came, and frees its connection. */
final class Receiver implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Selector selector;
  private final Histogram histogram = new Histogram(TimeUnit.MINUTES.toNanos(2), 3);
  private final BlockingQueue<LoadConnection> free = new LinkedBlockingQueue<>();
  private volatile @Nullable IOException failure;
  private volatile boolean stopped;

  Receiver(Selector selector) {
    this.selector = selector;
  }

  void add(LoadConnection connection) {
    free.add(connection);
  }

  /** A connection without a request under way; waits for one. */
  LoadConnection takeFree() throws IOException, InterruptedException {
    @Nullable LoadConnection connection =
        failure == null ? free.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) : null;
    @Nullable IOException seen = failure;
    if (seen != null) {
      throw new IOException(seen.getMessage(), seen);
    }
    if (connection == null) {
      throw new IOException("The run is void, no answer within " + PATIENCE.toSeconds() + " s.");
    }
    return connection;
  }

  /** The latencies noted, in nanoseconds; to be read when all connections are free. */
  Histogram histogram() {
    return histogram;
  }

  void stop() {
    stopped = true;
    selector.wakeup();
  }

  @Override
  public void run() {
    try {
      while (failure == null && !stopped) {
        selector.select(this::receive);
      }
    } catch (ClosedSelectorException e) {
      // The run has failed on the sender's side.
    } catch (IOException e) {
      failure = e;
    }
  }

  private void receive(SelectionKey key) {
    LoadConnection connection = (LoadConnection) key.attachment();
    try {
      if (connection.receive()) {
        histogram.recordValue(System.nanoTime() - connection.dueNanos());
        free.add(connection);
      }
    } catch (IOException e) {
      key.cancel();
      failure = e;
      free.add(connection);
    }
  }
}
