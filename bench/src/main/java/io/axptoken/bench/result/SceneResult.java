package io.axptoken.bench.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scene came to.
 *
 * @param name what the command line calls it
 * @param title what it is, for people
 * @param figures what was measured; empty when it is void
 * @param rotations what they were taken from, where the scene has rotations
 * @param notes what a reader must know, a line each
 * @param yardstick what the second column of its figures is of
 * @param voided why there are no figures, or null
 */
public record SceneResult(
    String name,
    String title,
    List<Figure> figures,
    List<Rotation> rotations,
    List<String> notes,
    String yardstick,
    @Nullable String voided) {
  private static final String NGINX = "nginx";

  /** A scene that was measured beside nginx. */
  public SceneResult(
      String name,
      String title,
      List<Figure> figures,
      List<Rotation> rotations,
      List<String> notes,
      @Nullable String voided) {
    this(name, title, figures, rotations, notes, NGINX, voided);
  }

  /** A scene that gave figures of its own kind. */
  public static SceneResult of(
      String name, String title, List<Figure> figures, List<String> notes) {
    return new SceneResult(name, title, figures, List.of(), notes, null);
  }

  /** A scene without figures, for this reason. */
  public static SceneResult voided(String name, String title, String reason) {
    return new SceneResult(name, title, List.of(), List.of(), List.of(), reason);
  }

  /** The figure of that name, or null. */
  public @Nullable Figure figure(String key) {
    return figures.stream().filter(figure -> figure.key().equals(key)).findFirst().orElse(null);
  }
}
