package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code /metrics} said once: every series with its value, and every metric's type. */
record Scrape(String text, Map<String, Double> series, Map<String, String> types) {
  private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"";
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{%1$s(?:,%1$s)*})?) (NaN|[+-]Inf|[-+]?[0-9][0-9.eE+-]*)"
              .formatted(LABEL));
  private static final Pattern COMMENT =
      Pattern.compile("# (?:HELP [a-z0-9_]+ .*|TYPE ([a-z0-9_]+) ([a-z]+))");

  /** Fails on a line that is none of the format. */
  static Scrape of(TestServer server) throws Exception {
    HttpResponse<String> answer = server.probe("/metrics");
    assertThat(answer.statusCode()).isEqualTo(200);
    return of(answer.body());
  }

  static Scrape of(String text) {
    Map<String, Double> series = new LinkedHashMap<>();
    Map<String, String> types = new LinkedHashMap<>();
    for (String line : text.split("\n", -1)) {
      Matcher sample = SAMPLE.matcher(line);
      Matcher comment = COMMENT.matcher(line);
      if (sample.matches()) {
        String value = sample.group(2).replace("Inf", "Infinity");
        assertThat(series.put(sample.group(1), Double.valueOf(value))).as(line).isNull();
      } else if (comment.matches() && comment.group(1) != null) {
        types.put(comment.group(1), comment.group(2));
      } else {
        assertThat(line.isEmpty() || comment.matches()).as(line).isTrue();
      }
    }
    return new Scrape(text, series, types);
  }

  /** The value of a series, or zero if there is none. */
  double value(String name) {
    return series.getOrDefault(name, 0.0);
  }

  /** The metrics' names, without labels. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    series.keySet().forEach(name -> names.add(name.replaceAll("\\{.*", "")));
    return names;
  }
}
