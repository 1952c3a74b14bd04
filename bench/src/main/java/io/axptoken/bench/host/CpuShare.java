package io.axptoken.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much CPU a server gets. */
public enum CpuShare {
  /** Half of one, as a limit of a container gives it: all of it for half of the time. */
  HALF("half a core"),
  /** One for itself. */
  ONE("one core"),
  /** All that there are, which it shares with the platform stub and the callers. */
  ALL("all cores");

  private static final Path ROOT = Path.of("/sys/fs/cgroup");
  private static final String PERIOD = "100000";
  private static final String QUOTA = "50000";

  private final String words;

  CpuShare(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** The command, so limited. */
  public List<String> command(Placement placement, List<String> command) throws IOException {
    return switch (this) {
      case HALF -> placement.onServerCpu(inGroup(halved(), command));
      case ONE -> placement.onServerCpu(command);
      case ALL -> placement.onAnyCpu(command);
    };
  }

  /** Whether this machine lets us set that. */
  public boolean isPossible() {
    try {
      return this != HALF || Files.exists(halved());
    } catch (IOException notAllowed) {
      return false;
    }
  }

  private static List<String> inGroup(Path group, List<String> command) {
    String enter = "echo $$ > " + group.resolve("cgroup.procs") + " && exec \"$@\"";
    return Stream.concat(Stream.of("sh", "-c", enter, "sh"), command.stream()).toList();
  }

  /** The group, made if it is not there; it stays, empty, until the machine is started again. */
  private static Path halved() throws IOException {
    boolean unified = Files.exists(ROOT.resolve("cgroup.controllers"));
    Path group = (unified ? ROOT : ROOT.resolve("cpu")).resolve("axp-bench-half");
    Files.createDirectories(group);
    if (unified) {
      Files.writeString(group.resolve("cpu.max"), QUOTA + " " + PERIOD);
    } else {
      Files.writeString(group.resolve("cpu.cfs_period_us"), PERIOD);
      Files.writeString(group.resolve("cpu.cfs_quota_us"), QUOTA);
    }
    return group;
  }
}
