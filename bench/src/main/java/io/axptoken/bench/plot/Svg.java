package io.axptoken.bench.plot;

import java.util.Locale;

/** An SVG picture as it is drawn; its colours follow the reader's preference for light or dark. */
final class Svg {
  private static final String STYLE =
      """
      text { font: 12px system-ui, sans-serif; fill: #1f2328; }
      .title { font-size: 14px; font-weight: 600; }
      .end { text-anchor: end; } .middle { text-anchor: middle; }
      .grid { stroke: #d1d9e0; } .zero { fill: #0969da; } .one { fill: #bc4c00; }
      .line { fill: none; stroke-width: 2; } .line.zero { stroke: #0969da; } .line.one { stroke: #bc4c00; }
      @media (prefers-color-scheme: dark) {
        text { fill: #f0f6fc; } .grid { stroke: #3d444d; } .zero { fill: #4493f8; } .one { fill: #f0883e; }
        .line { fill: none; } .line.zero { stroke: #4493f8; } .line.one { stroke: #f0883e; }
      }
      """;

  private final StringBuilder body = new StringBuilder();
  private final int width;
  private final int height;
  private final String title;

  Svg(int width, int height, String title) {
    this.width = width;
    this.height = height;
    this.title = title;
    text(12, 22, "title", title);
  }

  /** Text whose classes say how it looks and which of its ends is at x. */
  void text(double x, double y, String classes, String text) {
    body.append(number("<text x=\"%s\" y=\"%s\"", x, y))
        .append(" class=\"" + classes + "\">" + escaped(text) + "</text>\n");
  }

  void bar(double x, double y, double itsWidth, double itsHeight, String classes) {
    body.append(number("<rect x=\"%s\" y=\"%s\"", x, y))
        .append(number(" width=\"%s\" height=\"%s\" rx=\"2\"", Math.max(itsWidth, 1), itsHeight))
        .append(" class=\"" + classes + "\"/>\n");
  }

  void gridLine(double x1, double y1, double x2, double y2) {
    body.append(number("<path class=\"grid\" d=\"M%s %s", x1, y1))
        .append(number("L%s %s\"/>\n", x2, y2));
  }

  void dot(double x, double y, String classes) {
    body.append(number("<circle cx=\"%s\" cy=\"%s\" r=\"3.5\"", x, y))
        .append(" class=\"" + classes + "\"/>\n");
  }

  /** Straight lines from point to point: x and y in turn. */
  void line(double[] points, String classes) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.length; i += 2) {
      path.append(i == 0 ? 'M' : 'L').append(number("%s %s", points[i], points[i + 1]));
    }
    body.append("<path class=\"line " + classes + "\" d=\"" + path + "\"/>\n");
  }

  /** The whole picture. */
  String render() {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
    <title>%3$s</title>
    <style>
    %4$s</style>
    %5$s</svg>
    """
        .formatted(width, height, escaped(title), STYLE, body);
  }

  private static String number(String format, double first, double second) {
    return format.formatted(number(first), number(second));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceAll("\\.0$", "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
