package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the Java sources of every module, tests included. */
class SourcesTest {
  private static final int MOST_LINES = 300;

  /** In one piece this pattern would find itself. */
  private static final Pattern UNWANTED =
      Pattern.compile("Thread\\.sle" + "ep|TimeUnit\\.\\w+\\.sle" + "ep|TO" + "DO");

  @Test
  void noFileIsTooLong() {
    assertThat(filesWhere(file -> lines(file).size() > MOST_LINES)).isEmpty();
  }

  /** But for what gives a load its pace: there sleeping is the work. */
  @Test
  void nothingSleepsOrIsLeftForLater() {
    assertThat(
            filesWhere(
                file -> !isLoad(file) && lines(file).stream().anyMatch(UNWANTED.asPredicate())))
        .isEmpty();
  }

  private static boolean isLoad(Path file) {
    return file.startsWith(root().resolve("bench/src/main"));
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(
            filesWhere(file ->
                file.endsWith("package-info.java")
                    && lines(file).stream().noneMatch("@NullMarked"::equals)))
        .isEmpty();
    assertThat(filesWhere(file -> !hasPackageInfo(file))).isEmpty();
  }

  /**
   * The main code's package-info speaks for the tests of the same package, too. Javadoc's folder of
   * snippets is no package.
   */
  private static boolean hasPackageInfo(Path file) {
    Path info = file.resolveSibling("package-info.java");
    Path main = Path.of(info.toString().replace("/src/test/java/", "/src/main/java/"));
    return file.endsWith("module-info.java")
        || file.resolveSibling("").endsWith("snippet-files")
        || Files.exists(info)
        || Files.exists(main);
  }

  private static List<Path> filesWhere(Predicate<Path> fault) {
    try (Stream<Path> modules = Files.list(root())) {
      return modules
          .flatMap(
              module -> Stream.of(module.resolve("src/main/java"), module.resolve("src/test/java")))
          .filter(Files::isDirectory)
          .flatMap(SourcesTest::javaFiles)
          .filter(fault)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder above this module. */
  private static Path root() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("script/lib/env.sh"))) {
      root = Objects.requireNonNull(root.getParent(), "the root folder");
    }
    return root;
  }
}
