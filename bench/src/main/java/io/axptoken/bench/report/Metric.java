package io.axptoken.bench.report;

import io.axptoken.bench.result.Figure;
import io.axptoken.bench.result.Measurement;
import io.axptoken.bench.result.Rotation;
import io.axptoken.bench.result.Summary;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * One line of the table.
 *
 * @param key its name for programs
 * @param title its name for people
 * @param unit of its values, empty when they are mere numbers
 * @param decimals how many are worth showing
 * @param value reads it off a rotation, for one of the servers
 */
public record Metric(
    String key,
    String title,
    String unit,
    int decimals,
    ToDoubleBiFunction<Rotation, Measurement> value) {

  /** All lines, in order. */
  public static final List<Metric> ALL =
      List.of(
          new Metric(
              "cpuPerToken",
              "server CPU per token when kept busy",
              "µs",
              1,
              (r, m) -> m.capacity().cpuMicrosPerToken()),
          new Metric(
              "cpuPerTokenAtHalfLoad",
              "server CPU per token at half load",
              "µs",
              1,
              (r, m) -> m.halfLoad().cpuMicrosPerToken()),
          new Metric(
              "tokensPerSecond",
              "tokens per second",
              "",
              0,
              (r, m) -> m.capacity().tokensPerSecond()),
          new Metric(
              "latencyP50",
              "latency at half load, p50",
              "ms",
              2,
              (r, m) -> millis(m.halfLoad().latencies().p50())),
          new Metric(
              "latencyP99",
              "latency at half load, p99",
              "ms",
              2,
              (r, m) -> millis(m.halfLoad().latencies().p99())),
          new Metric(
              "addedP50",
              "… of which added to the stub's own, p50",
              "ms",
              2,
              (r, m) -> millis(m.halfLoad().latencies().p50().minus(r.stubLatencies().p50()))),
          new Metric(
              "addedP99",
              "… of which added to the stub's own, p99",
              "ms",
              2,
              (r, m) -> millis(m.halfLoad().latencies().p99().minus(r.stubLatencies().p99()))),
          new Metric(
              "toFirstToken",
              "start to first token",
              "s",
              3,
              (r, m) -> m.toFirstToken().toNanos() / 1e9),
          new Metric(
              "idleMemory",
              "memory (RSS) after the first token",
              "MiB",
              0,
              (r, m) -> mebibytes(m.idleBytes())),
          new Metric(
              "loadedMemory",
              "memory (RSS) under load",
              "MiB",
              0,
              (r, m) -> mebibytes(m.loadedBytes())));

  /** The line with its values. */
  public Figure figure(List<Rotation> rotations) {
    return new Figure(
        key, title, unit, decimals, server(rotations), nginx(rotations), ratio(rotations));
  }

  Summary server(List<Rotation> rotations) {
    return Summary.of(rotations.stream().map(r -> value.applyAsDouble(r, r.server())).toList());
  }

  Summary nginx(List<Rotation> rotations) {
    return Summary.of(rotations.stream().map(r -> value.applyAsDouble(r, r.nginx())).toList());
  }

  /** Ratios are taken within a rotation, so that a change of the machine's mood cancels out. */
  Summary ratio(List<Rotation> rotations) {
    return Summary.of(
        rotations.stream()
            .map(r -> value.applyAsDouble(r, r.server()) / value.applyAsDouble(r, r.nginx()))
            .toList());
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }

  private static double mebibytes(long bytes) {
    return bytes / (1024.0 * 1024.0);
  }
}
