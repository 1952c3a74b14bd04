package io.axptoken.bench.scene;

import io.axptoken.bench.host.CpuMeter;
import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.load.Requests;
import io.axptoken.bench.load.TokenRequests;
import io.axptoken.bench.load.Wrk;
import io.axptoken.bench.load.WrkOutcome;
import io.axptoken.bench.result.Figure;
import io.axptoken.bench.result.SceneResult;
import io.axptoken.bench.subject.Launcher.Running;
import io.axptoken.bench.subject.Setup;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a token costs, and how much memory the server takes, the more users, addresses and
 * integrations there are. Limits count each user and each address and forget none in the time of a
 * run, but are not met.
 */
final class GrowthScene implements Scene {
  private static final List<Integer> USERS = List.of(1, 1_000, 100_000, 1_000_000);
  private static final List<Integer> INTEGRATIONS = List.of(1, 10, 50, 200);
  private static final int SHORT_RUN_SECONDS = 3;
  private static final int QUICK_USERS = 10_000;
  private static final int USERS_OF_INTEGRATIONS = 10_000;
  private static final Map<String, String> ONE =
      Map.of("users", "1 user", "usersAgain", "1 user again", "integrations", "1 integration");
  private static final Duration LONGEST_FILL = Duration.ofSeconds(60);
  private static final String LIMITS =
      "limits: { perAddress: 1000000/s, perUser: 1000000/s, burst: 1000000 }\n";

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String title() {
    return "cost growth: users with an address each, and integrations";
  }

  @Override
  public SceneResult play(Stage stage) throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    growUsers(stage, figures, notes);
    for (int integrations : INTEGRATIONS) {
      growIntegrations(stage, integrations, figures);
    }
    return SceneResult.of(name(), title(), figures, notes);
  }

  // One process for all, so that its memory shows what each step added; one user again at the end,
  // to tell what is growth from what is time.
  private static void growUsers(Stage stage, List<Figure> figures, List<String> notes)
      throws IOException, InterruptedException {
    Setup setup = new Setup(", trustedProxies: [127.0.0.1]", Setup.CLAIMED + LIMITS, false, null);
    try (Workspace scene = Workspace.create()) {
      Requests one = users(scene, 1);
      Running running = stage.launcher(scene).start(stage.server(scene, setup), one);
      Point point = new Point(stage, scene, running);
      point.load(one, stage.lengths().warmUp());
      double rate = point.load(one, Duration.ofSeconds(1)).withAnswers().rate();
      for (int users : USERS) {
        if (users > QUICK_USERS && stage.lengths().run().toSeconds() < SHORT_RUN_SECONDS) {
          notes.add("A short run: no more than %,d users.".formatted(QUICK_USERS));
          break;
        }
        stage.say("growth: %,d users".formatted(users));
        Requests requests = users(scene, users);
        fill(point, requests, users, rate, notes);
        figures.addAll(point.figures("users", users, requests));
      }
      stage.say("growth: 1 user again");
      figures.addAll(point.figures("usersAgain", 1, one));
    }
  }

  private static void fill(
      Point point, Requests requests, int users, double rate, List<String> notes)
      throws IOException, InterruptedException {
    Duration needed = Duration.ofSeconds(Math.max(1, Math.round(1.2 * users / rate)));
    boolean enough = needed.compareTo(LONGEST_FILL) <= 0;
    long came = point.load(requests, enough ? needed : LONGEST_FILL).answers();
    if (came < users) {
      notes.add("%,d of %,d users had come before it was measured.".formatted(came, users));
    }
  }

  private static void growIntegrations(Stage stage, int count, List<Figure> figures)
      throws IOException, InterruptedException {
    stage.say("growth: %,d integrations".formatted(count));
    try (Workspace scene = Workspace.create()) {
      Setup setup = Setup.plain(Setup.CLAIMED + Setup.LIMITS + integrations(count));
      Requests requests =
          Requests.write(
              scene,
              "integrations",
              USERS_OF_INTEGRATIONS,
              user -> TokenRequests.claimed("/integrations/i" + user % count + "/token", user, ""));
      Running running = stage.launcher(scene).start(stage.server(scene, setup), requests);
      Point point = new Point(stage, scene, running);
      point.load(requests, stage.lengths().warmUp());
      figures.addAll(point.figures("integrations", count, requests));
    }
  }

  private static String integrations(int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            "  i%1$d: { integrationId: 00000000-0000-4000-8000-%1$012d, clientId: bench-%1$d }\n"
                .formatted(i))
        .collect(Collectors.joining("", "integrations:\n", ""));
  }

  private static Requests users(Workspace scene, int count) throws IOException {
    return Requests.write(
        scene,
        "users-" + count,
        count,
        user ->
            TokenRequests.claimed(
                TokenRequests.PATH, user, "X-Forwarded-For: " + address(user) + "\r\n"));
  }

  private static String address(int user) {
    return "10.%d.%d.%d".formatted(user >> 16 & 255, user >> 8 & 255, user & 255);
  }

  /** A server at work whose cost is taken at several sizes. */
  private record Point(Stage stage, Running running, Wrk wrk) {
    Point(Stage stage, Workspace scene, Running running) throws IOException {
      this(stage, running, new Wrk(scene, stage.lengths().connections()));
    }

    WrkOutcome load(Requests requests, Duration length) throws IOException, InterruptedException {
      return wrk.warmUp(running.subject().tokenUri(), requests, length);
    }

    List<Figure> figures(String what, int size, Requests requests)
        throws IOException, InterruptedException {
      CpuMeter meter = CpuMeter.start(running.child(), stage.stub(Setup.bare()).child());
      WrkOutcome outcome = load(requests, stage.lengths().run()).withAnswers();
      double micros = meter.usage().serverMicrosPer(outcome.answers());
      double mebibytes = running.child().residentBytes() / (1024.0 * 1024.0);
      String title = size == 1 ? ONE.getOrDefault(what, what) : "%,d %s".formatted(size, what);
      return List.of(
          Figure.once(what + '.' + size + ".cpu", title + ": CPU per token", "µs", 1, micros),
          Figure.once(what + '.' + size + ".rss", title + ": memory (RSS)", "MiB", 0, mebibytes));
    }
  }
}
