package io.axptoken.bench.subject;

import io.axptoken.bench.host.FreePort;
import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.load.TokenRequests;
import java.io.IOException;
import java.net.URI;
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
   * @param setup what it does
   * @param stub where the platform is
   * @param command how to start it, with {@code {config}} where its configuration file goes
   */
  public static Subject subject(Workspace workspace, Setup setup, URI stub, String command)
      throws IOException {
    int port = FreePort.find();
    Path config = workspace.write("token-server.yaml", config(port, FreePort.find(), stub, setup));
    List<String> words =
        Stream.of(command.strip().split("\\s+", -1))
            .map(word -> word.replace(CONFIG_PLACE, config.toString()))
            .toList();
    URI uri = Subject.loopback(setup.certificate() != null, port, TokenRequests.PATH);
    return new Subject("token server", uri, setup.reuses(), words);
  }

  static String config(int port, int managementPort, URI stub, Setup setup) {
    return """
    server: { port: %d, host: 127.0.0.1%s }
    management: { host: 127.0.0.1, port: %d }
    axp:
      hostName: %s
    %s\
      accountId: BENCHX
      integrationId: 00000000-0000-4000-8000-00000000be9c
      clientId: bench
      clientSecret: bench-s3cr3t
      appKey: bench-app-key
    """
            .formatted(port, setup.serverSettings(), managementPort, stub, setup.platformTrust())
        + setup.settings();
  }
}
