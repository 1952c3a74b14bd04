package io.axptoken.bench.scene;

import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.load.Requests;
import io.axptoken.bench.load.Wrk;
import io.axptoken.bench.report.Metric;
import io.axptoken.bench.result.Figure;
import io.axptoken.bench.result.Rotation;
import io.axptoken.bench.result.SceneResult;
import io.axptoken.bench.subject.Launcher;
import io.axptoken.bench.subject.Setup;
import io.axptoken.bench.subject.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Both servers with the same callers, one after the other in each rotation.
 *
 * @param name what the command line calls it
 * @param title what it is, for people
 * @param cast how the server is set up, and what callers ask
 */
record PairScene(String name, String title, Cast cast) implements Scene {
  @Override
  public SceneResult play(Stage stage) throws IOException, InterruptedException {
    List<Rotation> rotations = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    try (Workspace scene = Workspace.create()) {
      Setup setup = cast.setup(stage, scene);
      Requests requests = cast.requests(stage, scene, setup);
      for (int i = 1; i <= stage.lengths().rotations(); i++) {
        rotations.add(rotation(stage, scene, setup, requests, i, notes));
      }
    }
    List<Figure> figures = Metric.ALL.stream().map(metric -> metric.figure(rotations)).toList();
    return new SceneResult(name, title, figures, rotations, notes, null);
  }

  // One disturbance in a quarter of an hour must not cost the whole scene; a second one does.
  private Rotation rotation(
      Stage stage, Workspace scene, Setup setup, Requests requests, int number, List<String> notes)
      throws IOException, InterruptedException {
    try {
      return rotation(stage, scene, setup, requests, number);
    } catch (IOException | IllegalStateException e) {
      stage.say(name + ": rotation %d is repeated: %s".formatted(number, e.getMessage()));
      notes.add("Rotation %d was void and repeated: %s".formatted(number, e.getMessage()));
      return rotation(stage, scene, setup, requests, number);
    }
  }

  private Rotation rotation(
      Stage stage, Workspace scene, Setup setup, Requests requests, int number)
      throws IOException, InterruptedException {
    String place = "%s, rotation %d of %d: ".formatted(name, number, stage.lengths().rotations());
    try (Workspace servers = Workspace.create()) {
      Subject server = stage.server(servers, setup);
      Subject nginx = stage.nginx(servers, setup);
      Launcher launcher = stage.launcher(servers);
      Wrk wrk = new Wrk(scene, stage.lengths().connections());
      return new RotationRun(
              stage.lengths(),
              launcher,
              stage.stub(setup),
              requests,
              stage.wire(setup),
              wrk,
              what -> stage.say(place + what))
          .measure(server, nginx, number % 2 == 1);
    }
  }
}
