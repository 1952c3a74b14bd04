package io.axptoken.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.bench.plot.BarChart.Bars;
import io.axptoken.bench.plot.LineChart.Line;
import io.axptoken.bench.plot.LineChart.Point;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTest {
  private static final String BARS =
      BarChart.render(
          "CPU <per> token & more",
          "µs",
          1,
          List.of(new Bars("bare", 30, 15), new Bars("deployed", 60, 0)));
  private static final String LINES =
      LineChart.render(
          "CPU by users",
          "µs",
          List.of(
              new Line("users", List.of(new Point(1, 30), new Point(1_000_000, 33))),
              new Line("integrations", List.of(new Point(1, 30), new Point(200, 30)))));

  @Test
  void barsAreAsLongAsTheirValues() throws Exception {
    NodeList bars = parsed(BARS).getElementsByTagName("rect");
    // The first two are the legend's.
    assertThat(width(bars, 2)).isEqualTo(2 * width(bars, 3));
    assertThat(width(bars, 4)).isEqualTo(2 * width(bars, 2));
    assertThat(width(bars, 5)).isEqualTo(1);
    assertThat(BARS).contains(">30.0 µs<", ">deployed<", ">nginx<");
  }

  @Test
  void linesGoFromPointToPointAndTheAxisIsLogarithmic() throws Exception {
    NodeList dots = parsed(LINES).getElementsByTagName("circle");
    assertThat(dots.getLength()).isEqualTo(4);
    assertThat(at(dots, 0, "cx")).isEqualTo(70);
    assertThat(at(dots, 1, "cx")).isEqualTo(690);
    assertThat(at(dots, 1, "cy")).isLessThan(at(dots, 0, "cy"));
    assertThat(at(dots, 3, "cy")).isEqualTo(at(dots, 2, "cy"));
    assertThat(LINES).contains(">1,000,000<", ">users<", ">integrations<");
  }

  @Test
  void theAxisEndsAtARoundNumberAboveAllValues() {
    assertThat(LineChart.roundUp(33)).isEqualTo(40);
    assertThat(LineChart.roundUp(81)).isEqualTo(100);
    assertThat(LineChart.roundUp(8)).isEqualTo(8);
  }

  @Test
  void picturesAreSmallWellFormedAndFitForLightAndDark() throws Exception {
    for (String svg : List.of(BARS, LINES)) {
      assertThat(svg.length()).isLessThan(50_000);
      assertThat(svg).contains("prefers-color-scheme: dark").doesNotContain("<script");
      assertThat(parsed(svg).getElementsByTagName("title").getLength()).isEqualTo(1);
    }
    assertThat(BARS).contains("CPU &lt;per&gt; token &amp; more");
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static double width(NodeList nodes, int index) {
    return at(nodes, index, "width");
  }

  private static double at(NodeList nodes, int index, String attribute) {
    return Double.parseDouble(((Element) nodes.item(index)).getAttribute(attribute));
  }
}
