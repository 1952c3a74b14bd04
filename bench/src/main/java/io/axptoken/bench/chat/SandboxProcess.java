package io.axptoken.bench.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sandbox as its users run it, in a process of its own. */
final class SandboxProcess implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("listening on (http://\\S+)");

  private final Process process;
  private final URI uri;

  private SandboxProcess(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  static SandboxProcess start() throws IOException {
    Process process =
        new ProcessBuilder("bin/axp-sandbox", "--port", "0").redirectErrorStream(true).start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    while (line != null) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return new SandboxProcess(process, URI.create(address.group(1)));
      }
      line = output.readLine();
    }
    throw new IOException("bin/axp-sandbox did not start");
  }

  URI uri() {
    return uri;
  }

  /** Bytes in memory. */
  long residentBytes() throws IOException {
    return status("VmRSS") * 1024;
  }

  /** How many threads it has. */
  long threads() throws IOException {
    return status("Threads");
  }

  private long status(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow(() -> new IOException("the sandbox is gone"));
  }

  @Override
  public void close() {
    process.destroy();
  }
}
