package io.axptoken.bench.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much of its heap a Java process uses, asked by {@code jcmd}. */
public final class HeapMeter {
  private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

  private HeapMeter() {}

  /** Bytes that are left after a full collection, which this call brings about. */
  public static long afterCollection(long pid) throws IOException, InterruptedException {
    var _ = jcmd(pid, "GC.run");
    return used(jcmd(pid, "GC.heap_info"));
  }

  /** The sum over the generations. */
  static long used(String heapInfo) {
    Matcher used = USED.matcher(heapInfo);
    long kilobytes = 0;
    while (used.find()) {
      kilobytes += Long.parseLong(used.group(1));
    }
    if (kilobytes == 0) {
      throw new IllegalArgumentException("No heap in: " + heapInfo);
    }
    return kilobytes * 1024;
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(System.getProperty("java.home") + "/bin/jcmd", Long.toString(pid), command))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
