package io.axptoken.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocsTableTest {
  @TempDir Path folder;

  @Test
  void onlyWhatIsBetweenTheCommentsIsReplaced() throws IOException {
    Path document =
        write("# Title\n<!-- bench:start -->\nold\ntable\n<!-- bench:end -->\nthe rest\n");
    new DocsTable(document, "bench").replace("new\n");
    assertThat(document)
        .hasContent("# Title\n<!-- bench:start -->\nnew\n<!-- bench:end -->\nthe rest\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no comments\n",
        "<!-- bench:start -->\nno end\n",
        "<!-- bench:end -->\n<!-- bench:start -->\nthe wrong way round\n"
      })
  void aDocumentWithoutAPlaceIsNamedAndLeftAlone(String text) throws IOException {
    Path document = write(text);
    DocsTable table = new DocsTable(document, "bench");
    assertThatThrownBy(table::requirePlace)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("README.md has no place for the table");
    assertThat(document).hasContent(text);
  }

  @Test
  void aMissingDocumentHasNoPlaceEither() {
    DocsTable table = new DocsTable(folder.resolve("README.md"), "bench");
    assertThatThrownBy(table::requirePlace).isInstanceOf(IllegalArgumentException.class);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("README.md"), text);
  }
}
