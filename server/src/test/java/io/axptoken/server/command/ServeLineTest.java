package io.axptoken.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

@Tag("slow")
class ServeLineTest {
  private static final int LINES = 20_000;
  private static final String[] WORDS = {
    "serve",
    "check",
    "--config",
    "--set",
    "--debug",
    "--production",
    "--offline",
    "--help",
    "-h",
    "--version",
    "--",
    "",
    "-",
    "a.yaml",
    "a=b",
    "server.port=3001",
    "a=",
    "=a",
    "--config=a.yaml",
    "--set=a=b",
    "--debug=true",
    "@a",
    "'a.yaml'",
    "\"a=b\"",
    "a=b=c"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve",
        "--config a.yaml",
        "serve --config a.yaml",
        "serve --debug --set a.b=1 --set c= --production",
      })
  void theLinesOfServicesNeedNoParser(String line) {
    assertThat(ServeLine.parse(line.split(" "))).isNotNull();
  }

  @Test
  void aLineWithoutArgumentsNeedsNoParser() {
    assertThat(ServeLine.parse()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "--help",
        "--config",
        "--debug --debug",
        "serve serve",
        "--set a",
        "--config check"
      })
  void anyOtherLineIsLeftToTheParser(String line) {
    assertThat(ServeLine.parse(line.split(" "))).isNull();
  }

  @Test
  void whatIsReadMeansTheSameToTheParser() {
    Random random = new Random(25);
    for (int i = 0; i < LINES; i++) {
      String[] line = line(random);
      Options read = ServeLine.parse(line);
      if (read != null) {
        assertThat(read).as(String.join(" ", line)).isEqualTo(parsed(line));
      }
    }
  }

  private static Options parsed(String... line) {
    try {
      return ParsedOptions.of(Syntax.commandLine().parseArgs(line));
    } catch (ParameterException e) {
      throw new AssertionError("the parser refuses " + String.join(" ", line), e);
    }
  }

  private static String[] line(Random random) {
    return random
        .ints(random.nextInt(6), 0, WORDS.length)
        .mapToObj(i -> WORDS[i])
        .toArray(String[]::new);
  }
}
