package io.axptoken.bench.scene;

import io.axptoken.bench.subject.Setup;
import java.util.List;
import java.util.Optional;

/** All scenes, in the order in which they are played. */
public final class Scenes {
  /** The scene that is played unless another is asked for. */
  public static final String USUAL = "bare";

  private static final List<Scene> ALL =
      List.of(
          new PairScene(USUAL, "bare: plain HTTP on both sides", (stage, scene) -> Setup.bare()),
          JwtCast.deployed(),
          JwtCast.deployedWithRsa(),
          JwtCast.firstSeen(),
          GuestCast.returning(),
          GuestCast.newcomers(),
          new PairScene(
              "reuse",
              "token reuse; nginx still asks the platform",
              (stage, scene) ->
                  new Setup(
                      "",
                      Setup.CLAIMED
                          + Setup.LIMITS
                          + "tokens: { reuse: true, reuseMaxUsers: 20000 }\n",
                      true,
                      null)),
          new SaturationScene(),
          new GrowthScene(),
          new ColdScene());

  private Scenes() {}

  /** All of them. */
  public static List<Scene> all() {
    return ALL;
  }

  /** The one that is called so. */
  public static Optional<Scene> named(String name) {
    return ALL.stream().filter(scene -> scene.name().equals(name)).findFirst();
  }
}
