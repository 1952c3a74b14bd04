package io.axptoken.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headings are called what GitHub calls them. */
class AnchorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fit for production?                     | fit-for-production
          jwt: a token of your provider           | jwt-a-token-of-your-provider
          A & B                                   | a--b
          RFC 8725, point by point                | rfc-8725-point-by-point
          any_name-here                           | any_name-here
          Größe                                   | größe
          """)
  void aHeadingIsNamedByItsLettersDigitsAndSpaces(String heading, String name) {
    assertThat(new Anchors().next(heading)).isEqualTo(name);
  }

  @Test
  void theSameHeadingAgainIsCounted() {
    Anchors anchors = new Anchors();
    assertThat(anchors.next("Twice")).isEqualTo("twice");
    assertThat(anchors.next("Twice")).isEqualTo("twice-1");
    assertThat(anchors.next("Twice")).isEqualTo("twice-2");
  }
}
