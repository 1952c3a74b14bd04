package io.axptoken.bench.scene;

import io.axptoken.bench.result.Figure;
import io.axptoken.bench.result.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the rotations of one case of a cold start came to.
 *
 * @param played the case
 * @param ours the token server's runs
 * @param others those of the server beside it, in the same order; empty if there is none
 */
record ColdFigures(ColdCase played, List<ColdRun> ours, List<ColdRun> others) {
  private static final double NANOS = 1e9;

  List<Figure> all() {
    return List.of(
        figure("FirstToken", "first token", "s", 2, run -> run.toFirstToken().toNanos() / NANOS),
        figure("P50", "first window, p50", "ms", 1, run -> run.latency(0, 50)),
        figure("P99", "first window, p99", "ms", 1, run -> run.latency(0, 99)),
        figure("Max", "first window, longest", "ms", 1, run -> run.latency(0, 100)),
        figure("SecondP99", "second window, p99", "ms", 1, run -> run.latency(1, 99)),
        figure("ThirdP99", "third window, p99", "ms", 1, run -> run.latency(2, 99)),
        figure("Failures", "requests without a token", "", 0, ColdRun::failures),
        figure("Connections", "connections to the platform", "", 0, ColdRun::connections),
        figure("Cpu", "CPU in all", "s", 1, run -> run.cpu().toNanos() / NANOS));
  }

  private Figure figure(
      String key, String title, String unit, int decimals, ToDoubleFunction<ColdRun> value) {
    return new Figure(
        played.key() + key,
        played.title() + ": " + title,
        unit,
        decimals,
        summary(ours, value),
        others.isEmpty() ? null : summary(others, value),
        ratio(value));
  }

  private static Summary summary(List<ColdRun> runs, ToDoubleFunction<ColdRun> value) {
    return Summary.of(runs.stream().mapToDouble(value).boxed().toList());
  }

  /** Within a rotation; there is none where the other has nothing of it, such as no failures. */
  private @Nullable Summary ratio(ToDoubleFunction<ColdRun> value) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      double other = value.applyAsDouble(others.get(i));
      if (other > 0) {
        ratios.add(value.applyAsDouble(ours.get(i)) / other);
      }
    }
    return ratios.isEmpty() ? null : Summary.of(ratios);
  }
}
