package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/errors.md knows every type of problem, and shows it as it is answered. */
class ErrorsGuideTest {
  private static final Pattern SECTION =
      Pattern.compile("(?ms)^### `([a-z-]+)`\n(.*?)```json\n(.*?)```\n(.*?)(?=^### |\\z)");

  private static String guide;
  private static String sources;

  @BeforeAll
  static void read() throws IOException {
    guide = Files.readString(Path.of("../docs/errors.md"));
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    sources = all.toString().replaceAll("\"\\s+\\+ \"", "");
  }

  @Test
  void theGuideHasASectionForEveryTypeAndNoOther() {
    assertThat(SECTION.matcher(guide).results().map(section -> section.group(1)))
        .containsExactlyElementsOf(
            Arrays.stream(ProblemKind.values()).map(ProblemKind::slug).toList());
  }

  @ParameterizedTest
  @EnumSource
  void aSectionSaysWhatItMeansWhoseMatterItIsAndWhatToDo(ProblemKind kind) {
    Matcher section = section(kind);
    assertThat(section.group(2))
        .containsSubsequence("**Means.** ", "**Who can fix it:** ", "**Do.** ");
    assertThat(section.group(4)).contains("<" + kind.type() + ">");
    JsonObject example = new JsonObject(section.group(3));
    assertThat(example.getString("type")).isEqualTo(kind.type());
    assertThat(example.getString("title")).isEqualTo(kind.title());
    assertThat(example.getInteger("status")).isEqualTo(kind.status());
    assertThat(sources).contains(fixed(example.getString("detail")));
    assertThat(example.containsKey("violations")).isEqualTo(kind.slug().contains("constraint"));
  }

  @ParameterizedTest
  @EnumSource
  void theTableHasTheStatusAndLeadsToTheSection(ProblemKind kind) {
    assertThat(guide).contains("| %d | [`%2$s`](#%2$s) | ".formatted(kind.status(), kind.slug()));
  }

  /** What a text begins with before a number or a name is filled in. */
  private static String fixed(String detail) {
    return detail.replaceFirst("(\\d|POST|address\\.|server\\.allowedOrigins).*", "");
  }

  private static Matcher section(ProblemKind kind) {
    Matcher section = SECTION.matcher(guide);
    while (section.find()) {
      if (section.group(1).equals(kind.slug())) {
        return section;
      }
    }
    throw new AssertionError("no section on " + kind.slug());
  }
}
