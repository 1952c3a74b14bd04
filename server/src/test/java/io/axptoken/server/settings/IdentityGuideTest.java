package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of docs/identity.md are valid as they stand, but for the platform's account. */
class IdentityGuideTest {
  private static final Path GUIDE = Path.of("../docs/identity.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("```yaml\\R(# try: ([^\n]+)\n.*?)```", Pattern.DOTALL);

  @TempDir Path folder = Path.of("");

  @TestFactory
  List<DynamicTest> everyExampleIsValid() throws IOException {
    for (String file : List.of("guest-secret", "pseudonym-secret", "backend-secret")) {
      Files.writeString(folder.resolve(file), "s3cr3t-of-44-characters-as-openssl-prints-it\n");
    }
    Files.writeString(folder.resolve("backend-key.pem"), "");
    List<DynamicTest> tests = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(Files.readString(GUIDE));
    while (example.find()) {
      String yaml = example.group(1);
      String name = example.group(2);
      tests.add(DynamicTest.dynamicTest(name, () -> assertValid(yaml)));
    }
    return tests;
  }

  /**
   * What these begin with is run by {@code IdentityExamplesTest} and {@code ProvenExamplesTest}.
   */
  @Test
  void noExampleIsLeftOutByTheTestsThatRunThem() throws IOException {
    assertThat(Pattern.compile("```yaml\\R(.*)").matcher(Files.readString(GUIDE)).results())
        .extracting(example -> example.group(1))
        .hasSizeGreaterThan(10)
        .allMatch(first -> first.matches("# try: (jwt|gateway|apiKey|guest|claimed)\\b.*"));
  }

  private void assertValid(String yaml) {
    Configuration configuration = Configuration.minimal().file(folder, yaml);

    assertThat(configuration.problems()).isEmpty();
    assertThat(configuration.valid().effective().warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"apiKey", "guest", "claimed"})
  void everyModeHasAnExample(String mode) throws IOException {
    assertThat(Files.readString(GUIDE)).contains("# try: " + mode + "\n", "## `" + mode + "`");
  }
}
