package io.axptoken.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the numbers were measured on, as far as a reader needs it to place them. */
public final class Machine {
  private Machine() {}

  /** Processor, number of CPUs and kernel. */
  public static String describe() throws IOException {
    return "%s, Linux %s"
        .formatted(
            processors(Files.readString(Path.of("/proc/cpuinfo"))),
            System.getProperty("os.version").replaceAll("^(\\d+\\.\\d+).*", "$1"));
  }

  static String processors(String cpuinfo) {
    String model =
        cpuinfo
            .lines()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
    long count = cpuinfo.lines().filter(line -> line.startsWith("processor")).count();
    return count + " × " + model;
  }
}
