package io.axptoken.bench.stub;

import io.axptoken.bench.host.Child;
import io.axptoken.bench.host.FreePort;
import io.axptoken.bench.host.Workspace;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The stub in a process of its own, so that its CPU time can be told from that of the callers. */
public final class StubProcess {
  private final int port;
  private final Child child;
  private final HttpClient client;

  private StubProcess(int port, Child child, HttpClient client) {
    this.port = port;
    this.child = child;
    this.client = client;
  }

  /** Starts it and waits until it answers. */
  public static StubProcess start(Workspace workspace, HttpClient client)
      throws IOException, InterruptedException {
    int port = FreePort.find();
    StubProcess stub = new StubProcess(port, workspace.start("stub", command(port)), client);
    while (!stub.answers()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    return stub;
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** Its process. */
  public Child child() {
    return child;
  }

  /** Where it gives end users' tokens. */
  public URI endUserTokenUri() {
    return uri(UpstreamStub.END_USER_TOKEN_PATH);
  }

  /** The calls it has had so far. */
  public StubCalls calls() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri(UpstreamStub.CALLS_PATH)).build();
    return StubCalls.parse(client.send(request, BodyHandlers.ofString()).body());
  }

  private boolean answers() throws IOException, InterruptedException {
    if (!child.isAlive()) {
      throw child.failure("did not start");
    }
    try {
      return calls() != null;
    } catch (ConnectException e) {
      return false;
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static List<String> command(int port) {
    return List.of(
        System.getProperty("java.home") + "/bin/java",
        "-XX:+UseSerialGC",
        "-Xmx64m",
        "-cp",
        System.getProperty("java.class.path"),
        UpstreamStub.class.getName(),
        Integer.toString(port));
  }
}
