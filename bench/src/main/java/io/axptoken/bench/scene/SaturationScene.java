package io.axptoken.bench.scene;

import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.load.Flood;
import io.axptoken.bench.load.Phase;
import io.axptoken.bench.load.Requests;
import io.axptoken.bench.load.Wrk;
import io.axptoken.bench.result.Figure;
import io.axptoken.bench.result.SceneResult;
import io.axptoken.bench.result.Summary;
import io.axptoken.bench.subject.Launcher;
import io.axptoken.bench.subject.Launcher.Running;
import io.axptoken.bench.subject.Setup;
import io.axptoken.bench.subject.Subject;
import io.axptoken.bench.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Twice as many requests as a server can answer, from callers who do not wait for each other:
 * whether it still gives as many tokens as it can, refuses the rest soon, and is itself again when
 * the flood is over. Setting as in the bare scene, with the admission as shipped.
 */
final class SaturationScene implements Scene {
  // More than the tokens that the server lets be under way at once by default.
  private static final int CONNECTIONS = 2048;
  private static final double TIMES = 2;
  // A proxy may have more connections than the thousand that any other address may have.
  private static final String MANY_CONNECTIONS = ", trustedProxies: [127.0.0.1]";

  @Override
  public String name() {
    return "saturation";
  }

  @Override
  public String title() {
    return "saturation: offered twice the capacity";
  }

  @Override
  public SceneResult play(Stage stage) throws IOException, InterruptedException {
    List<Overload> server = new ArrayList<>();
    List<Overload> nginx = new ArrayList<>();
    Setup setup = new Setup(MANY_CONNECTIONS, Setup.CLAIMED + Setup.LIMITS, false, null);
    for (int i = 1; i <= stage.lengths().rotations(); i++) {
      String place = "saturation, rotation %d of %d: ".formatted(i, stage.lengths().rotations());
      try (Workspace scene = Workspace.create()) {
        Requests requests = Stage.claimedUsers(scene);
        stage.say(place + "token server");
        server.add(flood(stage, scene, stage.server(scene, setup), requests));
        stage.say(place + "nginx");
        nginx.add(flood(stage, scene, stage.nginx(scene, setup), requests));
      }
    }
    return SceneResult.of(name(), title(), figures(server, nginx), notes(server, nginx));
  }

  private static Overload flood(Stage stage, Workspace scene, Subject subject, Requests requests)
      throws IOException, InterruptedException {
    Lengths lengths = stage.lengths();
    Launcher launcher = stage.launcher(scene);
    Running running = launcher.start(subject, requests);
    Wrk wrk = new Wrk(scene, lengths.connections());
    var _ = wrk.warmUp(subject.tokenUri(), requests, lengths.warmUp());
    double capacity = wrk.run(subject.tokenUri(), requests, lengths.run()).rate();
    Duration half = Duration.ofSeconds(Math.min(2, lengths.run().toSeconds()));
    Flood.Run run =
        new Flood(CONNECTIONS, Wire.PLAIN)
            .run(
                subject.tokenUri(),
                requests,
                List.of(
                    new Phase(capacity / 2, half),
                    new Phase(capacity * TIMES, lengths.run()),
                    new Phase(capacity / 2, lengths.run())));
    launcher.stop(running);
    return new Overload(run, capacity, half, lengths.run(), lengths.run());
  }

  private static List<Figure> figures(List<Overload> server, List<Overload> nginx) {
    return List.of(
        figure("capacity", "capacity, tokens per second", "", 0, Overload::capacity, server, nginx),
        figure("offered", "offered, in parts of it", "×", 2, Overload::offered, server, nginx),
        figure("goodput", "tokens given, in parts of it", "×", 2, Overload::goodput, server, nginx),
        figure("refused", "refused", "%", 1, o -> 100 * o.refused(), server, nginx),
        figure("refusalP99", "refusals, p99", "ms", 1, Overload::refusalP99, server, nginx),
        figure(
            "givenUp",
            "given up: all connections waited",
            "%",
            1,
            o -> 100 * o.givenUp(),
            server,
            nginx),
        figure(
            "calmP99", "tokens before the flood, p99", "ms", 2, Overload::calmP99, server, nginx),
        figure("tokenP99", "tokens during it, p99", "ms", 1, Overload::tokenP99, server, nginx),
        figure("recovery", "recovered after", "s", 1, Overload::recovery, server, nginx));
  }

  private static Figure figure(
      String key,
      String title,
      String unit,
      int decimals,
      ToDoubleFunction<Overload> value,
      List<Overload> server,
      List<Overload> nginx) {
    return new Figure(
        key, title, unit, decimals, summary(server, value), summary(nginx, value), null);
  }

  private static Summary summary(List<Overload> outcomes, ToDoubleFunction<Overload> value) {
    return Summary.of(outcomes.stream().mapToDouble(value).boxed().toList());
  }

  private static List<String> notes(List<Overload> server, List<Overload> nginx) {
    List<String> notes = new ArrayList<>();
    if (!reached(server)) {
      notes.add("The callers could not offer the token server twice its capacity.");
    }
    if (!reached(nginx)) {
      notes.add(
          "The callers could not offer nginx twice its capacity: it was not flooded as much.");
    }
    return notes;
  }

  private static boolean reached(List<Overload> outcomes) {
    return outcomes.stream().allMatch(outcome -> outcome.offered() > 0.9 * TIMES);
  }
}
