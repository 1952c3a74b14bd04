package io.axptoken.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process that the bench has started, with whatever that one has started in turn. */
public final class Child {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final String name;
  private final Process process;
  private final Path log;

  Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The number of the process that was started, which may have become another program. */
  public long pid() {
    return process.pid();
  }

  /** CPU time spent so far. */
  public Duration cpu() throws IOException {
    Duration sum = Duration.ZERO;
    for (ProcessHandle one : all()) {
      sum = sum.plus(Proc.cpu(one.pid()));
    }
    return sum;
  }

  /** Bytes in memory; pages that two of its processes share count twice. */
  public long residentBytes() throws IOException {
    long sum = 0;
    for (ProcessHandle one : all()) {
      sum += Proc.residentBytes(one.pid());
    }
    return sum;
  }

  /**
   * Waits for the end and returns what was written. Failure to end well in time is an exception.
   */
  public String output(Duration limit) throws IOException, InterruptedException {
    String output = anyOutput(limit);
    if (process.exitValue() != 0) {
      throw failure("ended with " + process.exitValue());
    }
    return output;
  }

  /** The same for programs that end with any exit code. */
  public String anyOutput(Duration limit) throws IOException, InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw failure("has not ended within " + limit.toSeconds() + " s");
    }
    return Files.readString(log);
  }

  /** An exception that says what is wrong and shows what the process wrote last. */
  public IllegalStateException failure(String what) throws IOException {
    List<String> lines = Files.readAllLines(log);
    String tail = String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    return new IllegalStateException(name + " " + what + (tail.isBlank() ? "." : ":\n" + tail));
  }

  /** Ends it and its children: politely first, by force after a while. */
  public void stop() {
    List<ProcessHandle> handles = all();
    handles.forEach(ProcessHandle::destroy);
    handles.forEach(Child::awaitEnd);
  }

  private static void awaitEnd(ProcessHandle handle) {
    try {
      handle.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      handle.destroyForcibly();
    } catch (TimeoutException | ExecutionException e) {
      handle.destroyForcibly();
    }
  }

  private List<ProcessHandle> all() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }
}
