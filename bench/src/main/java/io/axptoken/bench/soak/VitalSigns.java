package io.axptoken.bench.soak;

import io.axptoken.bench.host.HeapMeter;
import io.axptoken.bench.host.ProcessMeter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at the server's process every ten seconds, right after a collection of its garbage. */
final class VitalSigns implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final long pid;
  private final List<Sample> samples = new ArrayList<>();
  private final Thread thread = Thread.ofPlatform().daemon().name("signs").unstarted(this::run);

  VitalSigns(long pid) {
    this.pid = pid;
  }

  /**
   * One look.
   *
   * @param residentBytes all memory of the process
   * @param heapBytes what is left on the heap after a collection
   * @param threads how many there are
   * @param files open files and sockets
   */
  record Sample(long residentBytes, long heapBytes, int threads, int files) {}

  void start() {
    thread.start();
  }

  synchronized List<Sample> samples() {
    return List.copyOf(samples);
  }

  private void run() {
    try {
      while (true) {
        add(look());
        Thread.sleep(INTERVAL);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The end.
    } catch (IOException e) {
      System.err.println("The server's process cannot be looked at: " + e.getMessage());
    }
  }

  private Sample look() throws IOException, InterruptedException {
    long heap = HeapMeter.afterCollection(pid);
    return new Sample(
        ProcessMeter.residentBytes(pid),
        heap,
        ProcessMeter.threads(pid),
        ProcessMeter.openFiles(pid));
  }

  private synchronized void add(Sample sample) {
    samples.add(sample);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
