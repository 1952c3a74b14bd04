package io.axptoken.bench.plot;

import java.util.List;
import java.util.Locale;

/** Two bars for each label: the token server, and nginx. */
public final class BarChart {
  private static final int WIDTH = 720;
  private static final int LEFT = 150;
  private static final int RIGHT = 80;
  private static final int TOP = 60;
  private static final int GROUP = 46;
  private static final int BAR = 16;

  private BarChart() {}

  /** The chart; numbers stand at the bars with so many decimals. */
  public static String render(String title, String unit, int decimals, List<Bars> groups) {
    Svg svg = new Svg(WIDTH, TOP + GROUP * groups.size() + 8, title);
    legend(svg);
    double max =
        groups.stream().mapToDouble(bars -> Math.max(bars.server, bars.nginx)).max().orElse(1);
    double scale = (WIDTH - LEFT - RIGHT) / max;
    String format = "%,." + decimals + "f " + unit;
    for (int i = 0; i < groups.size(); i++) {
      Bars bars = groups.get(i);
      double y = TOP + i * GROUP;
      svg.text(LEFT - 10, y + BAR + 5, "end", bars.label);
      bar(svg, y, bars.server, scale, format, "zero");
      bar(svg, y + BAR + 3, bars.nginx, scale, format, "one");
    }
    return svg.render();
  }

  private static void bar(
      Svg svg, double y, double value, double scale, String format, String classes) {
    svg.bar(LEFT, y, value * scale, BAR, classes);
    svg.text(
        LEFT + value * scale + 6, y + BAR - 4, "value", String.format(Locale.ROOT, format, value));
  }

  private static void legend(Svg svg) {
    svg.bar(LEFT, 34, 12, 12, "zero");
    svg.text(LEFT + 18, 44, "legend", "token server");
    svg.bar(LEFT + 120, 34, 12, 12, "one");
    svg.text(LEFT + 138, 44, "legend", "nginx");
  }

  /**
   * A pair of bars.
   *
   * @param label what they are about
   * @param server the token server's value
   * @param nginx that of nginx
   */
  public record Bars(String label, double server, double nginx) {}
}
