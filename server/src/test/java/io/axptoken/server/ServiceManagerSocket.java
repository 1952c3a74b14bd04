package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A service manager's end of its socket; Python receives, as the JDK has no such sockets. */
final class ServiceManagerSocket implements AutoCloseable {
  private static final String RECEIVER =
      """
      import socket, sys
      receiver = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
      name = sys.argv[1]
      receiver.bind('\\0' + name[1:] if name.startswith('@') else name)
      print('bound', flush=True)
      while True:
          print(receiver.recv(4096).decode().replace('\\n', ' '), flush=True)
      """;

  private final Process python;
  private final String name;
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

  private ServiceManagerSocket(Process python, String name) {
    this.python = python;
    this.name = name;
  }

  /** A socket in the file system, or an abstract one if the name begins with an {@code @}. */
  static ServiceManagerSocket at(String name) throws Exception {
    var socket =
        new ServiceManagerSocket(new ProcessBuilder("python3", "-c", RECEIVER, name).start(), name);
    Thread.ofVirtual().name("messages to the service manager").start(socket::read);
    assertThat(socket.await("bound"::equals)).isEqualTo("bound");
    return socket;
  }

  static ServiceManagerSocket in(Path folder) throws Exception {
    return at(folder.resolve("notify").toString());
  }

  /** How a process learns of it. */
  Map<String, String> environment() {
    return Map.of("NOTIFY_SOCKET", name);
  }

  /** The next message that fits, its lines in one; those before it are passed over. */
  String await(Predicate<String> fits) throws InterruptedException {
    while (true) {
      String message = messages.poll(60, TimeUnit.SECONDS);
      assertThat(message).as("a message to the service manager").isNotNull();
      if (fits.test(message)) {
        return message;
      }
    }
  }

  /** What came up to now. */
  List<String> seen() {
    return List.copyOf(messages);
  }

  private void read() {
    try (BufferedReader output = python.inputReader()) {
      output.lines().forEach(messages::add);
    } catch (IOException e) {
      // It ended.
    }
  }

  @Override
  public void close() {
    python.destroyForcibly();
  }
}
