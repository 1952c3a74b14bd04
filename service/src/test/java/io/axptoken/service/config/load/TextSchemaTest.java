package io.axptoken.service.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

class TextSchemaTest {
  private static final Set<Tag> TEXTS = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL);
  private static final List<String> SCALARS =
      List.of(
          "",
          " ",
          "~",
          "null",
          "Null",
          "NULL",
          "nUll",
          "nullx",
          "~x",
          "none",
          "<<",
          "<",
          "<<:",
          "<x>",
          "$",
          "${A}",
          "${A:-b}",
          "${A:?b}",
          "${env:A}",
          "${file:/a}",
          "$${A}",
          "$A",
          "${A}b",
          "true",
          "True",
          "TRUE",
          "tRue",
          "false",
          "False",
          "FALSE",
          "yes",
          "no",
          "on",
          "off",
          "y",
          "n",
          "N",
          "0",
          "-0",
          "+1",
          "12",
          "012",
          "0o17",
          "0x1F",
          "1_000",
          "1.5",
          ".5",
          "1.",
          "1e3",
          "-1.5E-3",
          ".inf",
          "-.inf",
          "+.INF",
          ".nan",
          ".NaN",
          "-",
          "--",
          ".",
          "..",
          "+",
          "1.2.3",
          "127.0.0.1",
          "20/min",
          "50%",
          "12:30",
          "2026-11-27",
          "=",
          "!",
          "&a",
          "*",
          "?",
          "é",
          "ｎ",
          "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
          "text",
          "a text",
          "line\nbreak",
          "\u0000",
          "\t");

  @Test
  void itDiffersFromTheCoreSchemaOnlyInThatNumbersAndTruthValuesAreTexts() {
    ScalarResolver core = new CoreSchema().getScalarResolver();
    ScalarResolver ours = new TextSchema().getScalarResolver();

    for (String scalar : scalars()) {
      for (boolean implicit : new boolean[] {true, false}) {
        Tag expected = core.resolve(scalar, implicit);
        assertThat(ours.resolve(scalar, implicit))
            .as("%s, implicit: %s", scalar, implicit)
            .isEqualTo(TEXTS.contains(expected) ? Tag.STR : expected);
      }
    }
  }

  /** The above, and whatever begins with any character of ASCII. */
  private static List<String> scalars() {
    List<String> all = new ArrayList<>(SCALARS);
    IntStream.rangeClosed(0, '\u007f')
        .mapToObj(Character::toString)
        .forEach(first -> SCALARS.forEach(rest -> all.add(first + rest)));
    return all;
  }
}
