package io.axptoken.bench.subject;

import io.axptoken.bench.host.Child;
import io.axptoken.bench.host.CpuShare;
import io.axptoken.bench.host.Placement;
import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.load.Requests;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;

/** Starts servers on the CPU set aside for them, and times them to their first token. */
public final class Launcher {
  private final Workspace workspace;
  private final Placement placement;
  private final FirstToken firstToken;

  /** Starts servers within the workspace, placed as told. */
  public Launcher(Workspace workspace, Placement placement, HttpClient client) {
    this.workspace = workspace;
    this.placement = placement;
    this.firstToken = new FirstToken(client);
  }

  /** Starts the server and waits for its first token, the answer to the first of these requests. */
  public Running start(Subject subject, Requests requests)
      throws IOException, InterruptedException {
    return start(subject, requests, placement.onServerCpu(subject.command()));
  }

  /** The same with so much CPU. */
  public Running start(Subject subject, Requests requests, CpuShare share)
      throws IOException, InterruptedException {
    return start(subject, requests, share.command(placement, subject.command()));
  }

  private Running start(Subject subject, Requests requests, List<String> command)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Child child = workspace.start(subject.name(), command);
    firstToken.await(subject.tokenUri(), requests.text(0), child);
    return new Running(subject, child, Duration.ofNanos(System.nanoTime() - start));
  }

  /** Ends the server. */
  public void stop(Running running) {
    workspace.stop(running.child());
  }

  /**
   * A server at work.
   *
   * @param subject which
   * @param child its process
   * @param toFirstToken from the start of the process to its first token
   */
  public record Running(Subject subject, Child child, Duration toFirstToken) {}
}
