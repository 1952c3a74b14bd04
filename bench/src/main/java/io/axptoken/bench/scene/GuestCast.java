package io.axptoken.bench.scene;

import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.load.Requests;
import io.axptoken.bench.load.TokenRequests;
import io.axptoken.bench.subject.GuestCookies;
import io.axptoken.bench.subject.Setup;
import java.io.IOException;
import java.util.List;

/** Guests, known by a signed cookie or new; plain HTTP on both sides. */
final class GuestCast implements Cast {
  private static final int GUESTS = 5_000;

  private final boolean known;

  private GuestCast(boolean known) {
    this.known = known;
  }

  static Scene returning() {
    return new PairScene("guest", "guests who come back with their cookie", new GuestCast(true));
  }

  static Scene newcomers() {
    return new PairScene("guest-new", "guests who get a cookie", new GuestCast(false));
  }

  @Override
  public Setup setup(Stage stage, Workspace scene) {
    return new Setup(
        ", allowedOrigins: [\"https://www.example.com\"]",
        "identity: { modes: [guest], guest: { secrets: [guest-s3cr3t-of-the-bench-worth-nothing] } }\n"
            + Setup.LIMITS,
        false,
        null);
  }

  @Override
  public Requests requests(Stage stage, Workspace scene, Setup setup)
      throws IOException, InterruptedException {
    Requests newcomers = Requests.write(scene, "newcomers", 1, guest -> TokenRequests.proven(""));
    if (!known) {
      return newcomers;
    }
    stage.say("fetching %,d guests' cookies".formatted(GUESTS));
    List<String> cookies = cookies(stage, setup, newcomers);
    return Requests.write(
        scene,
        "guests",
        GUESTS,
        guest -> TokenRequests.proven("Cookie: " + cookies.get(guest) + "\r\n"));
  }

  // The secret is the same in every rotation, and so a cookie is as good in the next one.
  private static List<String> cookies(Stage stage, Setup setup, Requests newcomers)
      throws IOException, InterruptedException {
    try (Workspace once = Workspace.create()) {
      var running = stage.launcher(once).start(stage.server(once, setup), newcomers);
      return GuestCookies.fetch(running.subject().tokenUri(), GUESTS);
    }
  }
}
