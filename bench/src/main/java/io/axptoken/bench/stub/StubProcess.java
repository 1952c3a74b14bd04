package io.axptoken.bench.stub;

import io.axptoken.bench.host.Child;
import io.axptoken.bench.host.FreePort;
import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.tls.BenchCertificate;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The stub in a process of its own, so that its CPU time can be told from that of the callers. */
public final class StubProcess {
  private final URI base;
  private final Child child;
  private final HttpClient client;

  private StubProcess(URI base, Child child, HttpClient client) {
    this.base = base;
    this.child = child;
    this.client = client;
  }

  /** Starts one that speaks plain HTTP, and waits until it answers. */
  public static StubProcess start(Workspace workspace, HttpClient client)
      throws IOException, InterruptedException {
    return start(workspace, "stub", "http", List.of(), client);
  }

  /** Starts one that speaks TLS, and waits until it answers. */
  public static StubProcess start(
      Workspace workspace, BenchCertificate certificate, HttpClient client)
      throws IOException, InterruptedException {
    List<String> store = List.of(certificate.store().toString());
    return start(workspace, "stub-tls", "https", store, client);
  }

  private static StubProcess start(
      Workspace workspace, String name, String scheme, List<String> arguments, HttpClient client)
      throws IOException, InterruptedException {
    int port = FreePort.find();
    URI base = URI.create(scheme + "://127.0.0.1:" + port);
    StubProcess stub =
        new StubProcess(base, workspace.start(name, command(port, arguments)), client);
    while (!stub.answers()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    return stub;
  }

  /** Where it listens: scheme, address and port. */
  public URI base() {
    return base;
  }

  /** Its process. */
  public Child child() {
    return child;
  }

  /** Where it gives end users' tokens to those who come without a server between. */
  public URI directUri() {
    return base.resolve(UpstreamStub.DIRECT_PATH);
  }

  /** The calls it has had so far. */
  public StubCalls calls() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(UpstreamStub.CALLS_PATH)).build();
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

  private static List<String> command(int port, List<String> arguments) {
    List<String> command =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-XX:+UseSerialGC",
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            UpstreamStub.class.getName(),
            Integer.toString(port));
    return Stream.concat(command.stream(), arguments.stream()).toList();
  }
}
