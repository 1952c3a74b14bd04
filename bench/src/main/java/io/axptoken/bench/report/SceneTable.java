package io.axptoken.bench.report;

import static java.util.stream.Collectors.joining;

import io.axptoken.bench.result.Figure;
import io.axptoken.bench.result.SceneResult;
import io.axptoken.bench.result.Summary;
import org.jspecify.annotations.Nullable;

/** One scene for people: its figures, or why there are none. */
public final class SceneTable {
  private SceneTable() {}

  /** A heading, a table, and what a reader must know. */
  public static String render(SceneResult scene) {
    String notes = scene.notes().stream().map(note -> "\n" + note + "\n").collect(joining());
    return "### " + capitalized(scene.title()) + "\n\n" + body(scene) + notes;
  }

  private static String body(SceneResult scene) {
    return scene.voided() == null
        ? table(scene)
        : "**Void, and so without figures**: " + oneLine(scene.voided()) + "\n";
  }

  private static String table(SceneResult scene) {
    return scene.figures().stream().anyMatch(figure -> figure.nginx() != null)
        ? "| | token server | %s | ratio |\n|---|---|---|---|\n".formatted(scene.yardstick())
            + scene.figures().stream().map(SceneTable::pairRow).collect(joining())
        : "| | token server |\n|---|---|\n"
            + scene.figures().stream().map(SceneTable::singleRow).collect(joining());
  }

  private static String pairRow(Figure figure) {
    return "| %s | %s | %s | %s |\n"
        .formatted(
            figure.title(),
            cell(figure.server(), figure.decimals(), figure.unit()),
            cell(figure.nginx(), figure.decimals(), figure.unit()),
            cell(figure.ratio(), 2, "×"));
  }

  private static String singleRow(Figure figure) {
    return "| %s | %s |\n"
        .formatted(figure.title(), cell(figure.server(), figure.decimals(), figure.unit()));
  }

  private static String cell(@Nullable Summary summary, int decimals, String unit) {
    if (summary == null) {
      return "";
    }
    return summary.min() == summary.max()
        ? MarkdownReport.number(summary.median(), decimals) + (unit.isEmpty() ? "" : " " + unit)
        : MarkdownReport.cell(summary, decimals, unit);
  }

  static String oneLine(String text) {
    return text.lines().findFirst().orElse("").replace("|", "\\|");
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
