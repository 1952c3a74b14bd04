package io.axptoken.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.bench.result.Conditions;
import io.axptoken.bench.result.Figure;
import io.axptoken.bench.result.SceneResult;
import io.axptoken.bench.result.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final Conditions CONDITIONS =
      new Conditions(
          DAY,
          "2 × Fast",
          "alone",
          "25",
          "1",
          "4",
          64,
          Duration.ofSeconds(5),
          Duration.ofSeconds(8));

  @TempDir Path folder;

  @Test
  void eachMedianStandsBesideTheEarlierOne() throws IOException {
    Recorded then = recorded(scenes(40, 2.0, 100));
    assertThat(Comparison.render(then, scenes(60, 1.7, 104)))
        .contains("### Compared with 2026-03-01-all.json\n")
        .contains("| `bare` | CPU | 40.0 µs | 60.0 µs | +50 % | 2.00 × | 1.70 × | **-15 %** |")
        .contains("| `growth` | RSS | 100 MiB | 104 MiB | +4 % | – | – | – |");
  }

  @Test
  void withoutNginxTheNumberItselfIsJudged() throws IOException {
    assertThat(Comparison.render(recorded(scenes(1, 1, 100)), scenes(1, 1, 120)))
        .contains("| 100 MiB | 120 MiB | **+20 %** |");
  }

  @Test
  void whatWasNotRecordedIsNotCompared() throws IOException {
    Recorded then = recorded(scenes(40, 2.0, 100));
    SceneResult other =
        SceneResult.of("guest", "", List.of(Figure.once("x", "New", "s", 1, 3)), List.of());
    assertThat(Comparison.render(then, List.of(other)))
        .contains("| `guest` | New | – | 3.0 s | – |");
  }

  @Test
  void theLastRecordIsThatOfAllScenesOrOfTheSceneItself() throws IOException {
    Records records = new Records(folder);
    assertThatThrownBy(() -> records.last("all")).hasMessageContaining("Nothing is recorded");
    records.keep(DAY, "all", "{}");
    records.keep(DAY.plusDays(1), "bare", "{}");
    assertThat(records.last("all")).hasFileName("2026-03-01-all.json");
    assertThat(records.last("deployed")).hasFileName("2026-03-01-all.json");
    assertThat(records.last("bare")).hasFileName("2026-03-02-bare.json");
  }

  @Test
  void aFileThatIsNoRecordIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), "{\"scenes\":[]}");
    assertThatThrownBy(() -> Recorded.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x.json is no record of the bench");
    Files.writeString(file, "{");
    assertThatThrownBy(() -> Recorded.read(file)).hasMessageContaining("x.json is no JSON");
  }

  private Recorded recorded(List<SceneResult> scenes) throws IOException {
    Records records = new Records(folder);
    records.keep(DAY, "all", JsonReport.render(CONDITIONS, scenes));
    return Recorded.read(records.last("all"));
  }

  private static List<SceneResult> scenes(double cpu, double ratio, double memory) {
    Figure pair =
        new Figure("cpuPerToken", "CPU", "µs", 1, summary(cpu), summary(20), summary(ratio));
    Figure alone = Figure.once("users.1000.rss", "RSS", "MiB", 0, memory);
    return List.of(
        SceneResult.of("bare", "bare", List.of(pair), List.of()),
        SceneResult.of("growth", "growth", List.of(alone), List.of()));
  }

  private static Summary summary(double value) {
    return new Summary(value, value, value);
  }
}
