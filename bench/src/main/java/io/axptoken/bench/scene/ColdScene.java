package io.axptoken.bench.scene;

import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.load.Flood;
import io.axptoken.bench.load.Phase;
import io.axptoken.bench.load.Requests;
import io.axptoken.bench.result.Figure;
import io.axptoken.bench.result.SceneResult;
import io.axptoken.bench.stub.StubProcess;
import io.axptoken.bench.subject.Launcher;
import io.axptoken.bench.subject.Launcher.Running;
import io.axptoken.bench.subject.Setup;
import io.axptoken.bench.subject.Subject;
import io.axptoken.bench.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first half minute of a server that has just been started, as in every rolling deployment:
 * callers come from its first token on, and do not wait for each other. Beside it, if one is named,
 * another server in the same way.
 *
 * @param cases which ways to start are played, in order
 */
record ColdScene(List<ColdCase> cases) implements Scene {
  private static final int WINDOWS = 3;
  private static final int CONNECTIONS_PER_RATE = 3;

  @Override
  public String name() {
    return "cold";
  }

  @Override
  public String title() {
    return "cold start: the first " + WINDOWS + " windows from the first token on";
  }

  @Override
  public SceneResult play(Stage stage) throws IOException, InterruptedException {
    Map<ColdCase, List<ColdRun>> ours = new LinkedHashMap<>();
    Map<ColdCase, List<ColdRun>> others = new LinkedHashMap<>();
    for (int i = 1; i <= stage.lengths().rotations(); i++) {
      for (ColdCase played : cases) {
        if (played.share().isPossible()) {
          String place =
              "cold, rotation %d of %d, %s: "
                  .formatted(i, stage.lengths().rotations(), played.title());
          play(stage, played, place, ours, others);
        }
      }
    }
    List<Figure> figures = new ArrayList<>();
    ours.forEach((played, runs) ->
        figures.addAll(
            new ColdFigures(played, runs, others.getOrDefault(played, List.of())).all()));
    List<String> notes =
        List.of(
            "Windows of %d s, the first from the first token on; connections each with a handshake."
                .formatted(stage.lengths().run().toSeconds()));
    return new SceneResult(name(), title(), figures, List.of(), notes, "beside", null);
  }

  private static void play(
      Stage stage,
      ColdCase played,
      String place,
      Map<ColdCase, List<ColdRun>> ours,
      Map<ColdCase, List<ColdRun>> others)
      throws IOException, InterruptedException {
    Setup setup =
        new Setup(
            "",
            Setup.CLAIMED + Setup.LIMITS,
            false,
            null,
            played.tls() ? stage.certificate() : null);
    stage.say(place + "token server");
    try (Workspace scene = Workspace.create()) {
      ours.computeIfAbsent(played, _ -> new ArrayList<>())
          .add(run(stage, scene, setup, stage.server(scene, setup), played));
    }
    Optional<Subject> beside = stage.beside(setup);
    if (beside.isPresent()) {
      stage.say(place + "beside");
      try (Workspace scene = Workspace.create()) {
        others
            .computeIfAbsent(played, _ -> new ArrayList<>())
            .add(run(stage, scene, setup, beside.get(), played));
      }
    }
  }

  private static ColdRun run(
      Stage stage, Workspace scene, Setup setup, Subject subject, ColdCase played)
      throws IOException, InterruptedException {
    Duration window = stage.lengths().run();
    StubProcess platform = stage.stub(setup);
    Requests requests = Stage.claimedUsers(scene);
    Launcher launcher = stage.launcher(scene);
    long before = platform.calls().connections();
    Running running = launcher.start(subject, requests, played.share());
    Flood.Run run =
        new Flood(CONNECTIONS_PER_RATE * played.perSecond(), Wire.PLAIN)
            .run(
                subject.tokenUri(),
                requests,
                List.of(new Phase(played.perSecond(), window.multipliedBy(WINDOWS))));
    Duration cpu = running.child().cpu();
    launcher.stop(running);
    long connections = platform.calls().connections() - before;
    return new ColdRun(run, window, running.toFirstToken(), connections, cpu);
  }
}
