package io.axptoken.bench.subject;

import io.axptoken.bench.host.FreePort;
import io.axptoken.bench.host.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Our server as it is shipped; its limits are in force, but too high to be met. */
public final class TokenServer {
  private static final String CONFIG_PLACE = "{config}";

  private TokenServer() {}

  /**
   * The server on ports of its own.
   *
   * @param scene what it does
   * @param command how to start it, with {@code {config}} where its configuration file goes
   */
  public static Subject subject(Workspace workspace, Scene scene, int stubPort, String command)
      throws IOException {
    int port = FreePort.find();
    Path config =
        workspace.write(
            "token-server.yaml", config(port, FreePort.find(), stubPort) + scene.settings());
    List<String> words =
        Stream.of(command.strip().split("\\s+", -1))
            .map(word -> word.replace(CONFIG_PLACE, config.toString()))
            .toList();
    boolean reuses = scene == Scene.REUSE;
    return new Subject("token server", Subject.loopback(port, "/token"), reuses, words);
  }

  static String config(int port, int managementPort, int stubPort) {
    return """
    server: { port: %d, host: 127.0.0.1 }
    management: { host: 127.0.0.1, port: %d }
    axp:
      hostName: http://127.0.0.1:%d
      accountId: BENCHX
      integrationId: 00000000-0000-4000-8000-00000000be9c
      clientId: bench
      clientSecret: bench-s3cr3t
      appKey: bench-app-key
    identity: { modes: [claimed] }
    limits: { perAddress: 1000000/s, perUser: 1000000/s, burst: 1000000 }
    """
        .formatted(port, managementPort, stubPort);
  }
}
