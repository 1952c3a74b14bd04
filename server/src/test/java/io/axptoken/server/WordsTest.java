package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Readers are often no native speakers: the words of CONTRIBUTING.md that few of them know. */
class WordsTest {
  private static final Pattern RARE =
      Pattern.compile(
          "\\b(?:he|his|him|himself|whom|heed\\w*|mend(?:s|ed|ing)?|likewise|lest|tells? of|told of"
              + "|(?:can|could|may) be had)\\b",
          Pattern.CASE_INSENSITIVE);

  /** A text in a source. */
  private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");

  private static final List<String> MODULES =
      List.of("client", "service", "server", "push", "sandbox", "demo", "spring", "spring-test");

  private static final Path ROOT = Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());

  /** Decisions stay as they were written. */
  @Test
  void theDocumentationIsInPlainWords() throws IOException {
    for (Path folder : List.of(ROOT, ROOT.resolve("docs"))) {
      try (Stream<Path> pages = Files.list(folder)) {
        assertThat(
                pages
                    .filter(page -> page.toString().endsWith(".md"))
                    .filter(page -> !page.endsWith("CONTRIBUTING.md"))
                    .flatMap(page -> linesWith(page, false)))
            .isEmpty();
      }
    }
  }

  @Test
  void whatProgramsSayIsInPlainWords() throws IOException {
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        assertThat(
                files
                    .filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> linesWith(file, true)))
            .isEmpty();
      }
    }
  }

  private static Stream<String> linesWith(Path file, boolean quoted) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> quoted ? isSaid(line) : RARE.matcher(line).find())
          .map(line -> file.getFileName() + ": " + line.strip());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isSaid(String line) {
    return QUOTED.matcher(line).results().anyMatch(text -> RARE.matcher(text.group()).find());
  }
}
