package io.axptoken.bench.report;

import static java.util.stream.Collectors.joining;

import io.axptoken.bench.result.Conditions;
import io.axptoken.bench.result.Figure;
import io.axptoken.bench.result.SceneResult;
import io.axptoken.bench.result.Summary;
import java.util.List;

/** All scenes on one page: a line for each with two servers, a table of its own for the others. */
final class Overview {
  private static final String HEAD =
      """
      | scene | CPU per token: token server | nginx | ratio | ratio at half load | tokens/s, ratio | p99 at half load, added |
      |---|---|---|---|---|---|---|
      """;

  private Overview() {}

  static String render(Conditions conditions, List<SceneResult> scenes, String plots) {
    String lines = scenes.stream().filter(Overview::isPair).map(Overview::line).collect(joining());
    String notes =
        scenes.stream()
            .filter(Overview::isPair)
            .flatMap(scene -> scene.notes().stream().map(note -> scene.name() + ": " + note))
            .map(note -> "\n" + SceneTable.oneLine(note) + "\n")
            .collect(joining());
    String others =
        scenes.stream()
            .filter(scene -> !isPair(scene))
            .map(scene -> "\n" + SceneTable.render(scene))
            .collect(joining());
    return HEAD + lines + notes + "\n" + conditions(conditions) + "\n" + others + "\n" + plots;
  }

  // A void scene has no rotations either: it gets a line that says so.
  private static boolean isPair(SceneResult scene) {
    return !scene.rotations().isEmpty() || scene.voided() != null;
  }

  private static String line(SceneResult scene) {
    return scene.voided() == null
        ? "| `%s` | %s | %s | %s | %s | %s | %s |\n"
            .formatted(
                scene.name(),
                server(scene, "cpuPerToken"),
                nginx(scene, "cpuPerToken"),
                ratio(scene, "cpuPerToken"),
                ratio(scene, "cpuPerTokenAtHalfLoad"),
                ratio(scene, "tokensPerSecond"),
                server(scene, "addedP99"))
        : "| `%s` | void: %s | | | | | |\n"
            .formatted(scene.name(), SceneTable.oneLine(scene.voided()));
  }

  private static String server(SceneResult scene, String key) {
    Figure figure = scene.figure(key);
    return figure == null ? "" : cell(figure.server(), figure.decimals(), figure.unit());
  }

  private static String nginx(SceneResult scene, String key) {
    Figure figure = scene.figure(key);
    Summary nginx = figure == null ? null : figure.nginx();
    return figure == null || nginx == null ? "" : cell(nginx, figure.decimals(), figure.unit());
  }

  private static String ratio(SceneResult scene, String key) {
    Figure figure = scene.figure(key);
    Summary ratio = figure == null ? null : figure.ratio();
    return ratio == null ? "" : cell(ratio, 2, "×");
  }

  private static String cell(Summary summary, int decimals, String unit) {
    return MarkdownReport.cell(summary, decimals, unit);
  }

  private static String conditions(Conditions c) {
    return """
    Medians (least–greatest). Measured %s on %s; %s. Java %s, nginx %s, wrk %s; %d connections, runs of %d s after %d s of warm-up.
    """
        .formatted(
            c.date(),
            c.machine(),
            c.placement(),
            c.java(),
            c.nginx(),
            c.wrk(),
            c.connections(),
            c.seconds().toSeconds(),
            c.warmUp().toSeconds());
  }
}
