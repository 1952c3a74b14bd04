package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example file, damaged in thousands of ways that are the same in every run. */
class MutatedConfigurationTest {
  private static final int ROUNDS = 3000;
  private static final String SECRET = "s3cr3t/+=";
  private static final List<String> PIECES =
      List.of(
          "\n",
          "\t",
          "  ",
          ":",
          ": ",
          "- ",
          "[",
          "]",
          "{",
          "}",
          "&a ",
          "*a",
          "!!str ",
          "!x ",
          "|",
          ">",
          "'",
          "\"",
          "#",
          "%",
          "@",
          "`",
          "?",
          ",",
          "---\n",
          "<<: ",
          "${",
          "${env:X}",
          "}",
          "\0",
          "\ufeff",
          "\u2028",
          "\ud800",
          "é",
          "null",
          "~",
          "true",
          "0x1",
          "\\",
          "\r");

  @TempDir Path folder = Path.of("");
  private final Random random = new Random(20260101);

  @Test
  void isAlwaysReadOrRefusedInWordsAndNeverShowsItsSecret() throws IOException {
    String example =
        Files.readString(Path.of("src/main/conf/token-server.yaml"))
            .replace("<Client Secret>", SECRET);
    for (int round = 0; round < ROUNDS; round++) {
      String damaged = damaged(example);
      List<String> problems = Configuration.none().file(folder, damaged).problems();

      assertThat(problems).as(damaged).isNotEmpty();
      assertThat(problems)
          .as(damaged)
          .allSatisfy(problem -> assertThat(problem).doesNotContain(SECRET).hasSizeLessThan(600));
    }
  }

  private String damaged(String text) {
    StringBuilder damaged = new StringBuilder(text);
    for (int wound = random.nextInt(1, 4); wound > 0; wound--) {
      int at = random.nextInt(damaged.length());
      int end = Math.min(damaged.length(), at + random.nextInt(1, 12));
      switch (random.nextInt(4)) {
        case 0 -> damaged.delete(at, end);
        case 1 -> damaged.insert(at, damaged.substring(at, end));
        default -> damaged.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return damaged.toString().replaceAll("\\p{Cs}", "?");
  }
}
