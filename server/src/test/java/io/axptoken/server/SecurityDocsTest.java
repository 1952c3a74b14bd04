package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The attack suite that the documentation lists is there. */
class SecurityDocsTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    String page = Files.readString(Path.of("../docs/security.md"));
    Set<String> named =
        TEST.matcher(page)
            .results()
            .map((MatchResult name) -> name.group(1))
            .collect(Collectors.toSet());

    assertThat(named).hasSizeGreaterThan(20);
    assertThat(tests()).containsAll(named);
  }

  /** The test classes of all modules. */
  private static Set<String> tests() throws IOException {
    Set<String> names = new HashSet<>();
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path module : modules.toList()) {
        Path sources = module.resolve("src/test/java");
        if (Files.isDirectory(sources)) {
          names.addAll(classes(sources));
        }
      }
    }
    return names;
  }

  private static List<String> classes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> file.getFileName().toString().replaceFirst("\\.java$", "")).toList();
    }
  }
}
