package io.axptoken.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which CPUs the server measured has for itself, and which are left to the stub and the callers.
 *
 * @param server one CPU, or all when there is only one
 * @param load the others, or all when there is only one
 */
public record Placement(List<Integer> server, List<Integer> load) {
  /** The last CPU for the server: interrupts tend to be handled by the first. */
  static Placement of(List<Integer> allowed) {
    int last = allowed.size() - 1;
    return last == 0
        ? new Placement(allowed, allowed)
        : new Placement(allowed.subList(last, last + 1), allowed.subList(0, last));
  }

  /** The placement on this machine; moves this process and all it starts to the load's CPUs. */
  public static Placement take(Workspace workspace) throws IOException, InterruptedException {
    Placement placement = of(allowed(Files.readString(Path.of("/proc/self/status"))));
    String pid = Long.toString(ProcessHandle.current().pid());
    String load = CpuList.format(placement.load);
    workspace
        .start("taskset", List.of("taskset", "-a", "-c", "-p", load, pid))
        .output(Duration.ofSeconds(10));
    return placement;
  }

  /** The command, bound to the server's CPU. */
  public List<String> onServerCpu(List<String> command) {
    return Stream.concat(Stream.of("taskset", "-c", CpuList.format(server)), command.stream())
        .toList();
  }

  /** The command, on every CPU that there is. */
  public List<String> onAnyCpu(List<String> command) {
    List<Integer> all = Stream.concat(server.stream(), load.stream()).distinct().sorted().toList();
    return Stream.concat(Stream.of("taskset", "-c", CpuList.format(all)), command.stream())
        .toList();
  }

  /** One line for the report. */
  public String describe() {
    return server.equals(load)
        ? "one CPU, shared by the server, the platform stub and the callers"
        : "server alone on CPU %s; platform stub and callers on CPU %s"
            .formatted(CpuList.format(server), CpuList.format(load));
  }

  static List<Integer> allowed(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("Cpus_allowed_list:"))
        .map(line -> CpuList.parse(line.substring(line.indexOf(':') + 1)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No Cpus_allowed_list line."));
  }
}
