package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.MarkdownPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documentation leads where it says. */
class LinksTest {
  private static final Path ROOT = root();

  @Test
  void everyRelativeLinkLeadsToAFileAndAHeadingThatAreThere() {
    assertThat(pages().stream().flatMap(page -> broken(page).stream())).isEmpty();
  }

  @Test
  void everyPageIsInTheIndex() {
    List<String> listed = MarkdownPage.read(ROOT.resolve("docs/README.md")).links();
    assertThat(listed)
        .containsAll(
            markdown(ROOT.resolve("docs"), 1).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("README.md"))
                .toList());
  }

  @Test
  void brokenLinksAreFound(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("page.md");
    Files.writeString(
        page,
        """
        # A heading: `code`, [and](more.md)
        ## Twice
        ## Twice
        [a](#a-heading-code-and) [b](#twice-1) [c](https://example.com/x) [d](.) `[e](e.md)`
        [f](#twice-2) [g](gone.md) [h](page.md#gone)
        ```
        [i](i.md)
        ```
        """);

    assertThat(broken(MarkdownPage.read(page)))
        .containsExactly(
            page + ": more.md", page + ": #twice-2", page + ": gone.md", page + ": page.md#gone");
  }

  private static List<String> broken(MarkdownPage page) {
    List<String> broken = new ArrayList<>();
    for (String link : page.links()) {
      int hash = link.indexOf('#');
      String path = hash < 0 ? link : link.substring(0, hash);
      Path target = path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
      if (!Files.exists(target) || (hash >= 0 && !has(target, link.substring(hash + 1)))) {
        broken.add(page.file() + ": " + link);
      }
    }
    return broken;
  }

  private static boolean has(Path target, String anchor) {
    return !target.toString().endsWith(".md")
        || MarkdownPage.read(target).anchors().contains(anchor);
  }

  private static List<MarkdownPage> pages() {
    List<Path> files = new ArrayList<>(markdown(ROOT, 1));
    files.addAll(markdown(ROOT.resolve("docs"), 3));
    return files.stream().map(MarkdownPage::read).toList();
  }

  private static List<Path> markdown(Path folder, int depth) {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("script/lib/env.sh"))) {
      root = Objects.requireNonNull(root.getParent(), "the root folder");
    }
    return root;
  }
}
