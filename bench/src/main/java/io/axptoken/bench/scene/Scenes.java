package io.axptoken.bench.scene;

import io.axptoken.bench.subject.Setup;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
          new GrowthScene());

  private Scenes() {}

  /** All of them; of cold starts the cases named, or all if there are none. */
  public static List<Scene> all(List<String> coldCases) {
    return Stream.concat(ALL.stream(), Stream.of(new ColdScene(ColdCase.named(coldCases))))
        .toList();
  }

  /** The one that is called so. */
  public static Optional<Scene> named(String name, List<String> coldCases) {
    return all(coldCases).stream().filter(scene -> scene.name().equals(name)).findFirst();
  }
}
