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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
  private static final String PLACE = "<!-- bench:start -->\nold\n<!-- bench:end -->\n";
  private static final String SCENES = "<!-- scenes:start -->\nold\n<!-- scenes:end -->\n";
  private static final Conditions CONDITIONS =
      new Conditions(
          LocalDate.of(2026, 3, 1),
          "2 × Fast",
          "alone",
          "25",
          "1",
          "4",
          64,
          Duration.ofSeconds(5),
          Duration.ofSeconds(8));
  private static final List<SceneResult> RESULTS =
      List.of(
          SceneResult.voided("deployed", "as deployed", "refused=3"),
          SceneResult.of(
              "saturation", "saturation", List.of(pair()), List.of("As far as it went.")),
          SceneResult.of(
              "growth",
              "growth",
              List.of(
                  Figure.once("users.1.cpu", "1 user", "µs", 1, 30),
                  Figure.once("users.1000.cpu", "1,000 users", "µs", 1, 31),
                  Figure.once("usersAgain.1.cpu", "1 user again", "µs", 1, 31)),
              List.of()));

  @TempDir Path root;
  private Documents documents;

  @BeforeEach
  void writeDocuments() throws IOException {
    Files.createDirectories(root.resolve("docs"));
    Files.writeString(root.resolve("README.md"), PLACE);
    Files.writeString(root.resolve("docs/performance.md"), PLACE + SCENES);
    documents = new Documents(root);
  }

  @Test
  void aVoidSceneIsToldAndTheOthersKeepTheirFigures() throws IOException {
    documents.update(CONDITIONS, RESULTS, true);
    assertThat(root.resolve("docs/performance.md"))
        .content()
        .contains("<!-- bench:start -->\nold\n")
        .contains("| `deployed` | void: refused=3 |")
        .contains("### Saturation", "As far as it went.", "| 1,000 users | 31.0 µs |")
        .contains("](images/bench-growth-cpu.svg)");
    assertThat(root.resolve("README.md")).hasContent(PLACE);
  }

  @Test
  void plotsAreDrawnOfWhatThereIs() throws IOException {
    documents.update(CONDITIONS, RESULTS, true);
    assertThat(root.resolve("docs/images/bench-growth-cpu.svg"))
        .content()
        .containsOnlyOnce("<path class=\"line")
        .contains(">1,000<");
    assertThat(root.resolve("docs/images/bench-cpu.svg")).content().contains(">60.0 µs<");
    assertThat(root.resolve("docs/images/bench-p99.svg")).doesNotExist();
  }

  @Test
  void aDocumentWithoutAPlaceForTheScenesIsNamed() throws IOException {
    Files.writeString(root.resolve("docs/performance.md"), PLACE);
    assertThatThrownBy(documents::requirePlaces)
        .hasMessageContaining("performance.md has no place");
  }

  private static Figure pair() {
    Summary server = new Summary(60, 60, 60);
    return new Figure("cpuPerToken", "CPU", "µs", 1, server, new Summary(20, 20, 20), null);
  }
}
