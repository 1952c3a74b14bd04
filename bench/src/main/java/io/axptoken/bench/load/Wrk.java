package io.axptoken.bench.load;

import io.axptoken.bench.host.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Closed-loop callers: each connection asks again as soon as it has its answer. */
public final class Wrk {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Workspace workspace;
  private final int connections;
  private final Path script;

  /** Callers on so many connections. */
  public Wrk(Workspace workspace, int connections) throws IOException {
    this.workspace = workspace;
    this.connections = connections;
    this.script = workspace.write("token.lua", script());
  }

  /** Keeps {@code uri} busy for so long; a bad answer, a socket error, or none is an exception. */
  public WrkOutcome run(URI uri, Requests requests, Duration length)
      throws IOException, InterruptedException {
    return warmUp(uri, requests, length).withAnswers();
  }

  /** The same for servers so cold that there may be no answer yet. */
  public WrkOutcome warmUp(URI uri, Requests requests, Duration length)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "wrk",
            "--threads=1",
            "--connections=" + connections,
            "--duration=" + length.toSeconds() + "s",
            "--timeout=10s",
            "--script=" + script,
            uri.toString(),
            "--",
            requests.file().toString(),
            Long.toString(requests.nextOffset()),
            Long.toString(requests.next()));
    WrkOutcome outcome =
        WrkOutcome.parse(workspace.start("wrk", command).output(length.plus(PATIENCE)));
    requests.usedUpTo(requests.next() + outcome.answers() + connections);
    return outcome;
  }

  private static String script() throws IOException {
    try (InputStream in = Wrk.class.getResourceAsStream("/io/axptoken/bench/token.lua")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
