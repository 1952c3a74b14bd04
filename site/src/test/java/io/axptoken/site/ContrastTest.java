package io.axptoken.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** All text can be read, by day and by night: the ratio that WCAG 2 asks for, level AA. */
class ContrastTest {
  private static final Pattern SCHEME = Pattern.compile(":root \\{([^}]*)\\}");
  private static final Pattern COLOUR = Pattern.compile("--(\\w+): #([0-9a-f]{6});");
  private static final double AA = 4.5;

  @Test
  void everyColourOfTextStandsOutFromWhatIsBehindIt() throws IOException {
    String style = new String(BuiltSite.render().files().get("style.css"), StandardCharsets.UTF_8);
    List<MatchResult> schemes = SCHEME.matcher(style).results().limit(2).toList();
    assertThat(schemes).hasSize(2);
    for (MatchResult scheme : schemes) {
      Map<String, Double> colours = new HashMap<>();
      COLOUR
          .matcher(scheme.group(1))
          .results()
          .forEach(colour -> colours.put(colour.group(1), luminance(colour.group(2))));
      for (String text : List.of("text", "quiet", "link")) {
        for (String back : List.of("back", "panel")) {
          assertThat(
                  ratio(
                      Objects.requireNonNull(colours.get(text)),
                      Objects.requireNonNull(colours.get(back))))
              .as(text + " on " + back)
              .isGreaterThanOrEqualTo(AA);
        }
      }
    }
  }

  private static double ratio(double one, double other) {
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour, 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double share = (channel & 0xff) / 255.0;
    return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
