package io.axptoken.bench.load;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Takes the answers on all connections, tells of each, and frees its connection. */
final class Receiver implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Selector selector;
  private final AnswerSink sink;
  private final BlockingQueue<LoadConnection> free = new LinkedBlockingQueue<>();
  private volatile @Nullable IOException failure;
  private volatile boolean stopped;

  Receiver(Selector selector, AnswerSink sink) {
    this.selector = selector;
    this.sink = sink;
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

  /** A connection without a request under way, if there is one. */
  @Nullable LoadConnection pollFree() throws IOException {
    @Nullable IOException seen = failure;
    if (seen != null) {
      throw new IOException(seen.getMessage(), seen);
    }
    return free.poll();
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
      int status = connection.receive();
      if (status != 0) {
        sink.answered(connection.dueNanos(), System.nanoTime(), status);
        free.add(connection);
      }
    } catch (IOException e) {
      key.cancel();
      failure = e;
      free.add(connection);
    }
  }
}
