package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.http.HttpProblem;
import io.axptoken.service.http.ProblemType;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/errors.md knows every type of problem, and shows it as it is answered. */
class ErrorsGuideTest {
  private static final Pattern SECTION =
      Pattern.compile("(?ms)^### `([a-z-]+)`\n(.*?)```json\n(.*?)```\n(.*?)(?=^### |\\z)");

  private static String guide;
  private static String sources;

  @BeforeAll
  static void read() throws IOException {
    guide = Files.readString(Path.of("../docs/errors.md"));
    sources =
        (sources("src/main/java") + sources("../service/src/main/java"))
            .replaceAll("\"\\s+\\+ \"", "");
  }

  private static String sources(String folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  /** Those of every server and those of tokens. */
  static List<ProblemType> types() {
    return Stream.<ProblemType>concat(
            Stream.of(HttpProblem.values()), Stream.of(TokenProblem.values()))
        .toList();
  }

  @Test
  void theGuideHasASectionForEveryTypeAndNoOther() {
    assertThat(SECTION.matcher(guide).results().map(section -> section.group(1)))
        .containsExactlyInAnyOrderElementsOf(types().stream().map(ProblemType::slug).toList());
  }

  @ParameterizedTest
  @MethodSource("types")
  void aSectionSaysWhatItMeansWhoseMatterItIsAndWhatToDo(ProblemType type) {
    Matcher section = section(type);
    assertThat(section.group(2))
        .containsSubsequence("**Means.** ", "**Who can fix it:** ", "**Do.** ");
    assertThat(section.group(4)).contains("<" + type.type() + ">");
    JsonObject example = new JsonObject(section.group(3));
    assertThat(example.getString("type")).isEqualTo(type.type());
    assertThat(example.getString("title")).isEqualTo(type.title());
    assertThat(example.getInteger("status")).isEqualTo(type.status());
    assertThat(sources).contains(fixed(example.getString("detail")));
    assertThat(example.containsKey("violations")).isEqualTo(type.slug().contains("constraint"));
  }

  @ParameterizedTest
  @MethodSource("types")
  void theTableHasTheStatusAndLeadsToTheSection(ProblemType type) {
    assertThat(guide).contains("| %d | [`%2$s`](#%2$s) | ".formatted(type.status(), type.slug()));
  }

  /** What a text begins with before a number or a name is filled in. */
  private static String fixed(String detail) {
    return detail.replaceFirst(
        "(\\d|POST|token requests|address\\.|server\\.allowedOrigins).*", "");
  }

  private static Matcher section(ProblemType type) {
    Matcher section = SECTION.matcher(guide);
    while (section.find()) {
      if (section.group(1).equals(type.slug())) {
        return section;
      }
    }
    throw new AssertionError("no section on " + type.slug());
  }
}
