package io.axptoken.bench.soak;

import io.axptoken.bench.host.Child;
import io.axptoken.bench.host.FreePort;
import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.subject.Subject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The sandbox platform in a process of its own, steered over HTTP. */
final class Sandbox {
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final int port;
  private final Child child;
  private final HttpClient client;

  private Sandbox(int port, Child child, HttpClient client) {
    this.port = port;
    this.child = child;
    this.client = client;
  }

  /** Starts it and waits until it answers. */
  static Sandbox start(Workspace workspace, HttpClient client)
      throws IOException, InterruptedException {
    int port = FreePort.find();
    Child child =
        workspace.start("sandbox", List.of("bin/axp-sandbox", "--port", Integer.toString(port)));
    Sandbox sandbox = new Sandbox(port, child, client);
    while (!sandbox.answers()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    return sandbox;
  }

  /** The server that calls it. */
  Subject server(Workspace workspace) throws IOException {
    int serverPort = FreePort.find();
    Path config = workspace.write("token-server.yaml", configuration(serverPort, FreePort.find()));
    return new Subject(
        "token server",
        URI.create("http://127.0.0.1:" + serverPort + "/token"),
        false,
        List.of("bin/token-server", "serve", "--config", config.toString()));
  }

  private String configuration(int serverPort, int managementPort) {
    return """
    server: { port: %d, host: 127.0.0.1, trustedProxies: [127.0.0.1] }
    management: { host: 127.0.0.1, port: %d }
    axp:
      hostName: http://127.0.0.1:%d
      accountId: SANDBX
      integrationId: 5a4db0c5-0000-4000-8000-000000000001
      clientId: sandbox-client
      clientSecret: sandbox-s3cr3t
      appKey: sandbox-app-key
    identity: { modes: [claimed] }
    limits: { perAddress: 1000000/s, perUser: 1000000/s, burst: 1000000 }
    """
        .formatted(serverPort, managementPort, port);
  }

  /** The public keys of its tokens, as a JWK set. */
  String keys() throws IOException, InterruptedException {
    return send(request("/.well-known/jwks.json").GET());
  }

  void fail(String plan) throws IOException, InterruptedException {
    send(request("/sandbox/faults").PUT(BodyPublishers.ofString(plan)));
  }

  void behave() throws IOException, InterruptedException {
    send(request("/sandbox/faults").DELETE());
  }

  void revokeAccessTokens() throws IOException, InterruptedException {
    send(request("/sandbox/access-tokens/revoke").POST(BodyPublishers.noBody()));
  }

  private boolean answers() throws IOException, InterruptedException {
    if (!child.isAlive()) {
      throw child.failure("did not start");
    }
    try {
      return !keys().isEmpty();
    } catch (ConnectException e) {
      return false;
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException("The sandbox refuses to be steered: " + answer.body());
    }
    return answer.body();
  }
}
