package io.axptoken.service.observe.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/** Shows what was counted to the Prometheus client. */
final class Snapshots implements MultiCollector {
  private final Metrics metrics;
  private final InfoSnapshot build;

  Snapshots(Metrics metrics, String version) {
    this.metrics = metrics;
    this.build =
        InfoSnapshot.builder()
            .name("axp_build")
            .help("The version that runs.")
            .dataPoint(
                InfoDataPointSnapshot.builder().labels(Labels.of("version", version)).build())
            .build();
  }

  @Override
  public MetricSnapshots collect() {
    metrics.prepare();
    MetricSnapshots.Builder all = MetricSnapshots.builder().metricSnapshot(build);
    metrics.counters().forEach(family -> all.metricSnapshot(counter(family)));
    metrics.histograms().forEach(family -> all.metricSnapshot(histogram(family)));
    metrics.gauges().forEach(family -> all.metricSnapshot(gauge(family)));
    return all.build();
  }

  private static CounterSnapshot counter(Family<LongAdder> family) {
    CounterSnapshot.Builder shown =
        CounterSnapshot.builder().name(family.name()).help(family.help());
    family.forEach((values, count) ->
        shown.dataPoint(
            CounterDataPointSnapshot.builder()
                .labels(labels(family, values))
                .value((double) count.sum())
                .build()));
    return shown.build();
  }

  private static HistogramSnapshot histogram(Family<Histogram> family) {
    HistogramSnapshot.Builder shown =
        HistogramSnapshot.builder().name(family.name()).help(family.help());
    family.forEach((values, times) ->
        shown.dataPoint(
            HistogramDataPointSnapshot.builder()
                .labels(labels(family, values))
                .classicHistogramBuckets(buckets(times))
                .sum(times.sum())
                .build()));
    return shown.build();
  }

  private static ClassicHistogramBuckets buckets(Histogram times) {
    ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
    for (int i = 0; i < times.buckets(); i++) {
      buckets.bucket(times.bound(i), times.count(i));
    }
    return buckets.build();
  }

  private static GaugeSnapshot gauge(Family<DoubleSupplier> family) {
    GaugeSnapshot.Builder shown = GaugeSnapshot.builder().name(family.name()).help(family.help());
    family.forEach((values, gauge) -> {
      double value = gauge.getAsDouble();
      if (!Double.isNaN(value)) {
        shown.dataPoint(
            GaugeDataPointSnapshot.builder().labels(labels(family, values)).value(value).build());
      }
    });
    return shown.build();
  }

  private static Labels labels(Family<?> family, List<String> values) {
    return Labels.of(family.labels(), values);
  }
}
