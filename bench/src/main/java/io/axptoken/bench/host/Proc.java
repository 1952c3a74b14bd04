package io.axptoken.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What Linux tells about processes under {@code /proc}. */
final class Proc {
  // USER_HZ: the unit of /proc, whatever the kernel's own tick; 100 wherever Java runs on Linux.
  private static final Duration TICK = Duration.ofMillis(10);

  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private Proc() {}

  /** User and system time of a living process, all threads. */
  static Duration cpu(long pid) throws IOException {
    return cpu(read(pid, "stat"));
  }

  /** User and system time of the children of a process that have ended. */
  static Duration endedChildrenCpu(long pid) throws IOException {
    return endedChildrenCpu(read(pid, "stat"));
  }

  /** Bytes of a process that are in memory. */
  static long residentBytes(long pid) throws IOException {
    return residentBytes(read(pid, "status"));
  }

  /** Time that all CPUs together spent on anything but idling. */
  static Duration busyHost() throws IOException {
    return busyHost(Files.readString(Path.of("/proc/stat")));
  }

  static Duration cpu(String stat) {
    return sum(stat, USER, SYSTEM);
  }

  static Duration endedChildrenCpu(String stat) {
    return sum(stat, CHILDREN_USER, CHILDREN_SYSTEM);
  }

  static long residentBytes(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No VmRSS line."));
  }

  static Duration busyHost(String stat) {
    // user nice system idle iowait irq softirq steal
    List<Long> ticks =
        Arrays.stream(stat.lines().findFirst().orElseThrow().split(" +", -1))
            .skip(1)
            .map(Long::parseLong)
            .toList();
    return TICK.multipliedBy(
        ticks.get(0) + ticks.get(1) + ticks.get(2) + ticks.get(5) + ticks.get(6) + ticks.get(7));
  }

  // The name of the process, in brackets, may hold blanks and brackets: count from the last one.
  private static Duration sum(String stat, int first, int second) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return TICK.multipliedBy(Long.parseLong(fields[first]) + Long.parseLong(fields[second]));
  }

  private static String read(long pid, String file) throws IOException {
    return Files.readString(Path.of("/proc", Long.toString(pid), file));
  }
}
