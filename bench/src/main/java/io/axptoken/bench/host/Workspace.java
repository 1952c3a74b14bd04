package io.axptoken.bench.host;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for the time of the bench and the processes started in it. Closing it, or the end of the
 * bench by a signal, ends those processes and removes the folder.
 */
public final class Workspace implements AutoCloseable {
  private final Path folder;
  private final Deque<Child> children = new ArrayDeque<>();
  private boolean closed;

  private Workspace(Path folder) {
    this.folder = folder;
  }

  /** A new and empty one. */
  public static Workspace create() throws IOException {
    Workspace workspace = new Workspace(Files.createTempDirectory("axp-bench-"));
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(workspace::close));
    return workspace;
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /** Writes a file into the folder. */
  public Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  /** Starts a process; what it writes goes to a file of its name. */
  public synchronized Child start(String name, List<String> command) throws IOException {
    if (closed) {
      throw new IllegalStateException("The bench is ending.");
    }
    Path log = folder.resolve(name + ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Child child = new Child(name, process, log);
    children.push(child);
    return child;
  }

  /** Ends one process before the others. */
  public synchronized void stop(Child child) {
    child.stop();
    children.remove(child);
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    children.forEach(Child::stop);
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
