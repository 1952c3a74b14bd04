package io.axptoken.bench.report;

import io.axptoken.bench.result.Figure;
import io.axptoken.bench.result.SceneResult;
import io.axptoken.bench.result.Summary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** This run beside an earlier one. */
public final class Comparison {
  private static final double WORTH_A_LOOK = 0.1;

  private Comparison() {}

  /**
   * A table of the medians of both. A change of more than a tenth is bold: of the ratio to nginx
   * where there is one, since that one stands for the code, and the number beside it for the
   * machine as well.
   */
  public static String render(Recorded then, List<SceneResult> now) {
    StringBuilder table =
        new StringBuilder("### Compared with " + then.file().getFileName() + "\n\n")
            .append(
                "| scene | figure | then | now | change | ratio to nginx then | now | change |\n")
            .append("|---|---|---|---|---|---|---|---|\n");
    for (SceneResult scene : now) {
      for (Figure figure : scene.figures()) {
        row(table, scene.name(), figure, then);
      }
    }
    return table.toString();
  }

  private static void row(StringBuilder table, String scene, Figure figure, Recorded then) {
    Double before = then.median(scene, figure.key(), "server");
    Double ratioBefore = then.median(scene, figure.key(), "ratio");
    Summary ratio = figure.ratio();
    Double ratioNow = ratio == null ? null : ratio.median();
    double now = figure.server().median();
    table.append(
        "| `%s` | %s | %s | %s | %s | %s | %s | %s |\n"
            .formatted(
                scene,
                figure.title(),
                number(before, figure.decimals(), figure.unit()),
                number(now, figure.decimals(), figure.unit()),
                change(before, now, ratioNow == null),
                number(ratioBefore, 2, "×"),
                number(ratioNow, 2, "×"),
                change(ratioBefore, ratioNow, true)));
  }

  private static String number(@Nullable Double value, int decimals, String unit) {
    return value == null
        ? "–"
        : MarkdownReport.number(value, decimals) + (unit.isEmpty() ? "" : " " + unit);
  }

  static String change(@Nullable Double then, @Nullable Double now, boolean mayBeBold) {
    if (then == null || now == null || then == 0) {
      return "–";
    }
    double change = now / then - 1;
    String text = "%+d %%".formatted(Math.round(change * 100));
    return mayBeBold && Math.abs(change) > WORTH_A_LOOK ? "**" + text + "**" : text;
  }
}
