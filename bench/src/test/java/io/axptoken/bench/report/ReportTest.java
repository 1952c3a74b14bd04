package io.axptoken.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.bench.host.CpuMeter.Usage;
import io.axptoken.bench.load.Latencies;
import io.axptoken.bench.load.WrkOutcome;
import io.axptoken.bench.result.Capacity;
import io.axptoken.bench.result.Conditions;
import io.axptoken.bench.result.Figure;
import io.axptoken.bench.result.HalfLoad;
import io.axptoken.bench.result.Measurement;
import io.axptoken.bench.result.Rotation;
import io.axptoken.bench.result.SceneResult;
import io.axptoken.bench.result.Summary;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Conditions CONDITIONS =
      new Conditions(
          LocalDate.of(2026, 3, 1),
          "2 × Fast, Linux 6.18",
          "server alone on CPU 1",
          "25",
          "1.22.1",
          "4.1.0",
          64,
          TEN_SECONDS,
          Duration.ofSeconds(15));

  @Test
  void eachLineShowsMediansWithLeastAndGreatestAndTheRatioWithinRotations() {
    String table =
        MarkdownReport.render(
            CONDITIONS, List.of(rotation(300, 200), rotation(240, 120), rotation(500, 200)));
    assertThat(table)
        .contains(
            "| server CPU per token when kept busy | 30.0 µs (24.0–50.0) | 20.0 µs (12.0–20.0) | 2.00 × (1.50–2.50) |")
        .contains("| server CPU per token at half load | 300.0 µs (240.0–500.0) |")
        .contains("| tokens per second | 100,000 (100,000–100,000) |")
        .contains("| latency at half load, p99 | 1.50 ms (1.50–1.50) |")
        .contains("added to the stub's own, p99 | 1.25 ms")
        .contains("| start to first token | 0.500 s (0.500–0.500) |")
        .contains("| memory (RSS) under load | 100 MiB (100–100) |")
        .contains("Measured 2026-03-01 on 2 × Fast, Linux 6.18; server alone on CPU 1.");
  }

  @Test
  void quietRunsWithBusyServersRaiseNoDoubt() {
    assertThat(Doubts.of(List.of(rotation(9500, 9500)))).isEmpty();
  }

  @Test
  void whatMakesTheNumbersDoubtfulIsSaid() {
    Usage noisy = usage(Duration.ofSeconds(5), Duration.ofSeconds(20));
    Measurement doubtful = measurement(new Capacity(new WrkOutcome(1000, TEN_SECONDS), noisy));
    Rotation rotation = new Rotation(doubtful, doubtful, 1, 1, latencies(1, 1));
    assertThat(Doubts.of(List.of(rotation)))
        .hasSize(3)
        .anyMatch(doubt -> doubt.contains("quiet machine"))
        .anyMatch(doubt -> doubt.contains("keep the token server busy"))
        .anyMatch(doubt -> doubt.contains("keep nginx busy"));
  }

  @Test
  void programsGetTheSummaryAndEveryRotation() throws IOException {
    List<Rotation> rotations = List.of(rotation(300, 200), rotation(240, 120));
    List<Figure> figures = Metric.ALL.stream().map(metric -> metric.figure(rotations)).toList();
    SceneResult bare = new SceneResult("bare", "bare", figures, rotations, List.of(), null);
    String json = JsonReport.render(CONDITIONS, List.of(bare));
    assertThat(json.replaceAll("\\s+", ""))
        .contains("\"date\":\"2026-03-01\"")
        .contains("\"cpuPerToken\":{\"title\":\"serverCPUpertokenwhenkeptbusy\",\"unit\":\"µs\"")
        .contains("\"ratio\":{\"median\":1.75,\"min\":1.5,\"max\":2.0}")
        .contains("\"cpuMicrosPerToken\":24.0")
        .contains("\"p99Micros\":1500.0");
  }

  @Test
  void aVoidSceneSaysWhyAndLeavesTheOthersTheirFigures() throws IOException {
    List<SceneResult> scenes =
        List.of(
            SceneResult.voided("deployed", "as deployed", "The run is void, refused=3\nmore"),
            SceneResult.of(
                "growth",
                "growth",
                List.of(Figure.once("users.1.cpu", "1 user", "µs", 1, 25.04)),
                List.of("A note.")));
    assertThat(Report.render(CONDITIONS, scenes))
        .contains(
            "### As deployed\n\n**Void, and so without figures**: The run is void, refused=3\n")
        .contains("| 1 user | 25.0 µs |\n\nA note.");
    assertThat(JsonReport.render(CONDITIONS, scenes))
        .contains("\"void\" : \"The run is void, refused=3\\nmore\"", "\"users.1.cpu\" : {");
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleOnes() {
    assertThat(Summary.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(new Summary(3, 1, 9));
    assertThat(Summary.of(List.of(7.0))).isEqualTo(new Summary(7, 7, 7));
  }

  // Ten thousand answers per millisecond figure: 300 ms of CPU for 10,000 answers are 30 µs each.
  private static Rotation rotation(int serverCpuMillis, int nginxCpuMillis) {
    return new Rotation(
        measurement(capacity(serverCpuMillis)),
        measurement(capacity(nginxCpuMillis)),
        130_000,
        50_000,
        latencies(100, 250));
  }

  private static Capacity capacity(int cpuMillis) {
    Duration cpu = Duration.ofMillis(cpuMillis);
    Usage usage = new Usage(Duration.ofMillis(100), cpu, cpu, cpu, cpu.multipliedBy(3));
    return new Capacity(new WrkOutcome(10_000, Duration.ofMillis(100)), usage);
  }

  private static Usage usage(Duration server, Duration host) {
    return new Usage(TEN_SECONDS, server, Duration.ofSeconds(1), Duration.ofSeconds(1), host);
  }

  private static Measurement measurement(Capacity capacity) {
    HalfLoad halfLoad = new HalfLoad(latencies(400, 1500), capacity.cpu());
    return new Measurement(Duration.ofMillis(500), 80L << 20, 100L << 20, capacity, halfLoad);
  }

  private static Latencies latencies(long p50Micros, long p99Micros) {
    return new Latencies(
        1000, Duration.ofNanos(p50Micros * 1000), Duration.ofNanos(p99Micros * 1000));
  }
}
