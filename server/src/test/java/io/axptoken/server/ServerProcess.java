package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as a process of its own, with a sandbox as its platform, and what it logs. */
final class ServerProcess implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile(".*listening on port (\\d+)$");

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private boolean outputEnded;

  private ServerProcess(Process process) {
    this.process = process;
    Thread.ofVirtual().name("output of the server").start(this::read);
  }

  /** Starts it and waits until it listens; arguments are those of the command line. */
  static ServerProcess start(
      AxpSandbox sandbox, Map<String, String> environment, String... arguments) throws Exception {
    Map<String, String> all = new HashMap<>(account(sandbox));
    all.putAll(environment);
    List<String> more = new ArrayList<>(List.of(arguments));
    more.add("--set=server.host=127.0.0.1");
    more.add("--set=management.port=0");
    return start(all, more);
  }

  /** The same with a configuration file that says everything. */
  static ServerProcess configured(Path yaml, Map<String, String> environment) throws Exception {
    return start(environment, List.of("--config=" + yaml));
  }

  /** The same, held before it reads its configuration, until it is released. */
  static ServerProcess held(Path yaml) throws Exception {
    ServerProcess server = begin(HeldStart.class, Map.of(), List.of("--config=" + yaml));
    server.awaitLine(HeldStart.HELD::equals);
    return server;
  }

  void release() throws IOException {
    process.getOutputStream().close();
  }

  private static ServerProcess start(Map<String, String> environment, List<String> arguments)
      throws Exception {
    ServerProcess server = begin(Main.class, environment, arguments);
    server.awaitLine(LISTENING.asMatchPredicate());
    return server;
  }

  private static ServerProcess begin(
      Class<?> main, Map<String, String> environment, List<String> arguments) throws Exception {
    // Whoever runs the tests in the background or behind nohup has its programs ignore signals.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=HUP,INT,TERM"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return new ServerProcess(builder.start());
  }

  static Map<String, String> account(AxpSandbox sandbox) {
    return Map.of(
        "SERVER_PORT", "0",
        "AXP_HOST_NAME", sandbox.baseUri().toString(),
        "AXP_ACCOUNT_ID", sandbox.account().accountId(),
        "AXP_INTEGRATION_ID", sandbox.account().integrationId(),
        "AXP_CLIENT_ID", sandbox.account().clientId(),
        "AXP_CLIENT_SECRET", sandbox.account().clientSecret(),
        "AXP_APP_KEY", sandbox.account().appKey());
  }

  int port() throws Exception {
    Matcher line = LISTENING.matcher(awaitLine(LISTENING.asMatchPredicate()));
    assertThat(line.matches()).isTrue();
    return Integer.parseInt(line.group(1));
  }

  URI uri(String path) throws Exception {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  long pid() {
    return process.pid();
  }

  /** Sends it a signal, by its name without SIG. */
  void signal(String name) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** The first line that fits, waited for at most a minute. */
  synchronized String awaitLine(Predicate<String> fits)
      throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (true) {
      for (String line : lines) {
        if (fits.test(line)) {
          return line;
        }
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (millis <= 0 || outputEnded) {
        throw new TimeoutException("There is no such line in " + lines);
      }
      wait(millis);
    }
  }

  /** The status it ends with. */
  int status() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private void read() {
    try (var output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      end();
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private synchronized void end() {
    outputEnded = true;
    notifyAll();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
