package io.axptoken.bench.report;

import static java.util.stream.Collectors.joining;

import io.axptoken.bench.result.Conditions;
import io.axptoken.bench.result.Measurement;
import io.axptoken.bench.result.Rotation;
import io.axptoken.bench.result.Summary;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The table for people: medians, with the least and the greatest value of all rotations. */
public final class MarkdownReport {
  private MarkdownReport() {}

  /** The table and the conditions it was measured under. */
  public static String render(Conditions conditions, List<Rotation> rotations) {
    String rows = Metric.ALL.stream().map(metric -> row(metric, rotations)).collect(joining("\n"));
    return """
    | median of %d rotations (min–max) | token server | nginx, bare reverse proxy | ratio |
    |---|---|---|---|
    %s

    %s
    """
        .formatted(rotations.size(), rows, notes(conditions, rotations));
  }

  private static String row(Metric metric, List<Rotation> rotations) {
    return "| %s | %s | %s | %s |"
        .formatted(
            metric.title(),
            cell(metric.server(rotations), metric.decimals(), metric.unit()),
            cell(metric.nginx(rotations), metric.decimals(), metric.unit()),
            cell(metric.ratio(rotations), 2, "×"));
  }

  private static String notes(Conditions c, List<Rotation> rotations) {
    return """
    Measured %s on %s; %s. Java %s, nginx %s, wrk %s; %d connections, runs of %d s after %d s of warm-up.
    CPU in use while tokens per second were measured: %s.
    Callers alone get %s answers/s straight from the stub. Latencies at %s requests/s.%s\
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
            c.warmUp().toSeconds(),
            shares("token server", rotations, Rotation::server)
                + "; "
                + shares("nginx", rotations, Rotation::nginx),
            number(median(rotations, Rotation::stubPerSecond), 0),
            number(median(rotations, Rotation::halfLoad), 0),
            Doubts.of(rotations).stream().map(doubt -> "\n**" + doubt + "**").collect(joining()));
  }

  private static String shares(
      String name, List<Rotation> rotations, Function<Rotation, Measurement> of) {
    return "%s %s (stub %s, callers %s, others %s)"
        .formatted(
            name,
            percent(median(rotations, r -> of.apply(r).capacity().cpu().serverShare())),
            percent(median(rotations, r -> of.apply(r).capacity().cpu().stubShare())),
            percent(median(rotations, r -> of.apply(r).capacity().cpu().callersShare())),
            percent(median(rotations, r -> of.apply(r).capacity().cpu().strangersShare())));
  }

  static String cell(Summary summary, int decimals, String unit) {
    return "%s%s (%s–%s)"
        .formatted(
            number(summary.median(), decimals),
            unit.isEmpty() ? "" : " " + unit,
            number(summary.min(), decimals),
            number(summary.max(), decimals));
  }

  private static double median(List<Rotation> rotations, ToDoubleFunction<Rotation> value) {
    return Summary.of(rotations.stream().map(value::applyAsDouble).toList()).median();
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
