package io.axptoken.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The guide for testers shows the test that runs here, to the letter. */
final class TestingGuideTest {
  @Test
  void theGuideShowsTheTestThatRuns() throws IOException {
    String test = Files.readString(Path.of("src/test/java/io/axptoken/demo/ShopTest.java"));
    String shown =
        test.substring(
            test.indexOf("// docs:start\n") + "// docs:start\n".length(),
            test.indexOf("// docs:end"));
    assertThat(Files.readString(Path.of("../docs/testing.md")))
        .contains("```java\n" + shown + "```");
  }
}
