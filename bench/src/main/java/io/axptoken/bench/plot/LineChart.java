package io.axptoken.bench.plot;

import java.util.List;
import java.util.Locale;

/** At most two lines over an axis on which each step is ten times as much; the other one has 0. */
public final class LineChart {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 300;
  private static final int LEFT = 70;
  private static final int RIGHT = 30;
  private static final int TOP = 60;
  private static final int BOTTOM = 36;
  private static final List<String> CLASSES = List.of("zero", "one");

  private final Svg svg;
  private final double maxX;
  private final double maxY;

  private LineChart(Svg svg, double maxX, double maxY) {
    this.svg = svg;
    this.maxX = maxX;
    this.maxY = maxY;
  }

  /** The chart. */
  public static String render(String title, String unit, List<Line> lines) {
    Svg svg = new Svg(WIDTH, HEIGHT, title);
    double maxX =
        lines.stream().flatMap(line -> line.points.stream()).mapToDouble(Point::x).max().orElse(10);
    double maxY =
        lines.stream().flatMap(line -> line.points.stream()).mapToDouble(Point::y).max().orElse(1);
    LineChart chart =
        new LineChart(svg, Math.ceil(Math.log10(Math.max(10, maxX))), roundUp(maxY * 1.1));
    chart.axes(unit);
    for (int i = 0; i < lines.size(); i++) {
      chart.draw(lines.get(i), i, CLASSES.get(i % CLASSES.size()));
    }
    return svg.render();
  }

  private void axes(String unit) {
    for (int i = 0; i <= 4; i++) {
      double value = maxY * i / 4;
      svg.gridLine(LEFT, y(value), WIDTH - RIGHT, y(value));
      svg.text(LEFT - 8, y(value) + 4, "end", String.format(Locale.ROOT, "%,.0f %s", value, unit));
    }
    for (int exponent = 0; exponent <= maxX; exponent++) {
      double value = Math.pow(10, exponent);
      svg.text(x(value), HEIGHT - 12, "middle", String.format(Locale.ROOT, "%,.0f", value));
    }
  }

  private void draw(Line line, int number, String classes) {
    double[] path = new double[line.points.size() * 2];
    for (int i = 0; i < line.points.size(); i++) {
      Point point = line.points.get(i);
      path[2 * i] = x(point.x);
      path[2 * i + 1] = y(point.y);
      svg.dot(path[2 * i], path[2 * i + 1], classes);
    }
    svg.line(path, classes);
    double left = LEFT + number * 160.0;
    svg.bar(left, 34, 12, 12, classes);
    svg.text(left + 18, 44, "legend", line.name);
  }

  private double x(double value) {
    return LEFT + Math.log10(value) / maxX * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - value / maxY * (HEIGHT - TOP - BOTTOM);
  }

  /** The next number that begins with 1, 2, 4 or 8 and has zeros behind. */
  static double roundUp(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (int digit : List.of(1, 2, 4, 8)) {
      if (digit * power >= value) {
        return digit * power;
      }
    }
    return 10 * power;
  }

  /**
   * One line.
   *
   * @param name what it is about
   * @param points from left to right
   */
  public record Line(String name, List<Point> points) {}

  /**
   * One point.
   *
   * @param x at least 1
   * @param y at least 0
   */
  public record Point(double x, double y) {}
}
