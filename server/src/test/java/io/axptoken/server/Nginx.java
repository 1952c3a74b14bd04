package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A real nginx in front of two servers, as docs/operations.md says to set it up. */
final class Nginx implements AutoCloseable {
  private final Process process;
  private final int port;
  private final Path folder;

  private Nginx(Process process, int port, Path folder) {
    this.process = process;
    this.port = port;
    this.folder = folder;
  }

  static Nginx start(Path folder, int port, int one, int other) throws Exception {
    Path documented = Path.of("../docs/operations.md");
    String block = Files.readString(documented).replaceFirst("(?s).*```nginx\n(.*?)```.*", "$1");
    assertThat(block).contains("10.0.0.11:3000", "10.0.0.12:3000", "server {\n");
    String sites =
        block
            .replace("10.0.0.11:3000", "127.0.0.1:" + one)
            .replace("10.0.0.12:3000", "127.0.0.1:" + other)
            .replace("server {\n", "server {\n  listen 127.0.0.1:" + port + ";\n");
    String user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
    String temporary = "";
    for (String kind : new String[] {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
      temporary += "  %s_temp_path %s;\n".formatted(kind, kind);
    }
    Files.writeString(
        folder.resolve("nginx.conf"),
        """
        %sdaemon off;
        worker_processes 1;
        pid nginx.pid;
        error_log error.log;
        events { worker_connections 256; }
        http {
          access_log off;
        %s%s}
        """
            .formatted(user, temporary, sites));
    Process process =
        new ProcessBuilder("nginx", "-e", "error.log", "-p", folder + "/", "-c", "nginx.conf")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.out").toFile())
            .start();
    Nginx nginx = new Nginx(process, port, folder);
    await().atMost(Duration.ofSeconds(20)).until(nginx::listens);
    return nginx;
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** What it complained of. */
  String errors() throws IOException {
    return Files.readString(folder.resolve("error.log"));
  }

  private boolean listens() throws IOException {
    assertThat(process.isAlive())
        .as(() -> "nginx")
        .withFailMessage(() -> "nginx ended; is it installed?")
        .isTrue();
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
