package io.axptoken.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code import} makes of files that are no configuration. */
class ImportOfJunkTest {
  @TempDir Path folder = Path.of("");

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      value = {
        "^export const config = { axp: { appKey: 'x^, line 1, column 40: a text begins",
        "^config = { axp: { /* x ^, a comment begins that does not end",
        "^config = { axp: { a: 1,^, an object begins that does not end",
        "^config = { axp: [1, ^, a list begins that does not end",
        "^config = { axp: f(^, a value begins that does not end",
        "^config = { axp { } }^, there is no configuration in it",
        "^config = { ...other }^, there is no configuration in it",
        "^const a = 1;^, there is no configuration in it",
        "^^, there is no configuration in it",
        "^{ \"axp\": \u0007 }^, a character that no configuration has here",
        "^config = { axp: `${x`^, a text begins that does not end",
        "^config = { axp: `${x} ^, a text begins that does not end",
        "^config = { axp: '\\u12' }^, an escape that is none",
      })
  void whatIsNoConfigurationIsToldWithItsPlace(String text, String expected) throws IOException {
    Path sample = file("configuration.js", text == null ? "" : text);
    Program program = new Program();

    assertThat(program.run("import", sample.toString())).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err())
        .startsWith("Nothing is imported from " + sample)
        .contains(expected)
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a:", "(", "'x'+(", "`${", "`${{", "f(", "...[", "a = {"})
  void whatIsNestedTooDeeplyIsRefused(String level) throws IOException {
    Path sample = file("configuration.js", "config = { axp: " + level.repeat(20_000));
    Program program = new Program();

    assertThat(program.run("import", sample.toString())).isEqualTo(2);
    assertThat(program.err()).containsAnyOf("nested too deeply", "does not end", "is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const a = { ",
        "const a = [ ",
        "a.b = { ",
        "x = `${a}` ",
        "/[a",
        "/\\\\",
        "a.b.c.d",
        "...a, ",
        "`a`+",
        "const a = 'x' + ",
        "Object.assign("
      })
  @Timeout(20)
  void whatIsEndlessCostsLittleTime(String piece) throws IOException {
    int times = 256 * 1024 / piece.length() - 20;
    for (String begin : new String[] {"", "config = { axp: ", "config = { axp: { appKey: "}) {
      Path sample = file("configuration.js", begin + piece.repeat(times));
      Program program = new Program();

      assertThat(program.run("import", sample.toString())).isEqualTo(2);
      assertThat(program.err()).hasLineCount(1);
    }
  }

  @Test
  void whateverIsWrongInItIsBorne() throws IOException {
    Random random = new Random(42);
    for (int i = 0; i < 1000; i++) {
      StringBuilder text = new StringBuilder(ImportCommandTest.SAMPLE);
      for (int change = 0; change < 1 + i % 4; change++) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(20));
        String piece = text.substring(random.nextInt(from + 1), from);
        text.replace(from, to, random.nextBoolean() ? "" : piece);
      }
      Program program = new Program();
      int code = program.run("import", file("configuration.js", text.toString()).toString());

      assertThat(code).as(text.toString()).isBetween(0, 2);
      assertThat(program.err()).as(text.toString()).doesNotContain("s3cr3t", "Exception");
    }
  }

  @Test
  void whatIsNoTextIsRefused() throws IOException {
    Path binary = Files.write(folder.resolve("b.js"), new byte[] {(byte) 0xCA, (byte) 0xFE, 0, 1});
    Path huge = file("h.js", " ".repeat(300 * 1024));
    for (Map.Entry<Path, String> each :
        Map.of(
                binary,
                "not a text in UTF-8",
                huge,
                "larger than 256 KiB",
                folder,
                "not a file",
                folder.resolve("gone.js"),
                "does not exist")
            .entrySet()) {
      Program program = new Program();
      assertThat(program.run("import", each.getKey().toString())).isEqualTo(2);
      assertThat(program.err()).contains(each.getValue()).hasLineCount(1);
    }
  }
}
