package io.axptoken.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process holds, as Linux tells. */
public final class ProcessMeter {
  private ProcessMeter() {}

  /** Bytes of it that are in memory. */
  public static long residentBytes(long pid) throws IOException {
    return Proc.residentBytes(pid);
  }

  /** How many threads it has. */
  public static int threads(long pid) throws IOException {
    return entries(pid, "task");
  }

  /** How many files and sockets it has open. */
  public static int openFiles(long pid) throws IOException {
    return entries(pid, "fd");
  }

  private static int entries(long pid, String folder) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(pid), folder))) {
      return (int) all.count();
    }
  }
}
