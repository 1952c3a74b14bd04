package io.axptoken.bench.report;

import static java.util.stream.Collectors.joining;

import io.axptoken.bench.plot.BarChart;
import io.axptoken.bench.plot.BarChart.Bars;
import io.axptoken.bench.plot.LineChart;
import io.axptoken.bench.plot.LineChart.Line;
import io.axptoken.bench.plot.LineChart.Point;
import io.axptoken.bench.result.Figure;
import io.axptoken.bench.result.SceneResult;
import io.axptoken.bench.result.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn of the results: pictures by the names of their files, as far as there are figures.
 */
final class Plots {
  private static final Pattern GROWTH =
      Pattern.compile("(users|integrations)\\.(\\d+)\\.(cpu|rss)");

  private Plots() {}

  static Map<String, String> of(List<SceneResult> scenes) {
    Map<String, String> plots = new LinkedHashMap<>();
    bars(
        plots,
        scenes,
        "bench-cpu.svg",
        "server CPU per token when kept busy",
        "µs",
        1,
        "cpuPerToken");
    bars(
        plots,
        scenes,
        "bench-cpu-half.svg",
        "server CPU per token at half load",
        "µs",
        1,
        "cpuPerTokenAtHalfLoad");
    bars(plots, scenes, "bench-p50.svg", "latency at half load, p50", "ms", 2, "latencyP50");
    bars(plots, scenes, "bench-p99.svg", "latency at half load, p99", "ms", 2, "latencyP99");
    growth(plots, scenes, "bench-growth-cpu.svg", "server CPU per token", "µs", "cpu");
    growth(plots, scenes, "bench-growth-memory.svg", "memory (RSS)", "MiB", "rss");
    return plots;
  }

  /** Lines of Markdown that show them, from a document beside the folder of images. */
  static String markdown(Map<String, String> plots) {
    return plots.keySet().stream()
        .map(name -> "![" + altText(plots.get(name)) + "](images/" + name + ")\n")
        .collect(joining("\n"));
  }

  private static String altText(@Nullable String svg) {
    String text = svg == null ? "" : svg;
    return text.substring(text.indexOf("<title>") + "<title>".length(), text.indexOf("</title>"));
  }

  private static void bars(
      Map<String, String> plots,
      List<SceneResult> scenes,
      String file,
      String title,
      String unit,
      int decimals,
      String key) {
    List<Bars> groups = new ArrayList<>();
    for (SceneResult scene : scenes) {
      Figure figure = scene.figure(key);
      Summary nginx = figure == null ? null : figure.nginx();
      if (figure != null && nginx != null) {
        groups.add(new Bars(scene.name(), figure.server().median(), nginx.median()));
      }
    }
    if (!groups.isEmpty()) {
      plots.put(file, BarChart.render(title, unit, decimals, groups));
    }
  }

  private static void growth(
      Map<String, String> plots,
      List<SceneResult> scenes,
      String file,
      String title,
      String unit,
      String what) {
    List<Line> lines = new ArrayList<>();
    for (String axis : List.of("users", "integrations")) {
      List<Point> points = points(scenes, axis, what);
      if (!points.isEmpty()) {
        lines.add(new Line(axis, points));
      }
    }
    if (!lines.isEmpty()) {
      plots.put(file, LineChart.render(title + " by users and integrations", unit, lines));
    }
  }

  private static List<Point> points(List<SceneResult> scenes, String axis, String what) {
    List<Point> points = new ArrayList<>();
    for (SceneResult scene : scenes) {
      for (Figure figure : scene.figures()) {
        Matcher matcher = GROWTH.matcher(figure.key());
        if (matcher.matches() && matcher.group(1).equals(axis) && matcher.group(3).equals(what)) {
          points.add(new Point(Double.parseDouble(matcher.group(2)), figure.server().median()));
        }
      }
    }
    return points;
  }
}
