package io.axptoken.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The URI of each type of problem leads to a page about it. That docs/errors.md has a section for
 * every type is the server's own test.
 */
class ProblemPagesTest {
  private static BuiltSite site;
  private static List<String> kinds;

  @BeforeAll
  static void render() throws IOException {
    site = BuiltSite.render();
    kinds = site.page("docs/errors/index.html").select("h3 > code").eachText();
  }

  @Test
  void everyTypeInTheCatalogueHasAPageOfItsOwn() {
    assertThat(kinds)
        .hasSizeGreaterThan(20)
        .allSatisfy(kind -> {
          Document page = site.page("problems/" + kind + "/index.html");
          assertThat(page.select("main h1").text()).isEqualTo(kind);
          assertThat(page.select("main").text())
              .contains("Means", "Who", "Do", "https://axptoken.io/problems/" + kind);
          assertThat(page.select("main pre").text()).contains("\"requestId\"");
        });
  }

  @Test
  void noPageIsAboutATypeThatTheCatalogueDoesNotHave() {
    assertThat(site.pages().keySet())
        .filteredOn(address -> address.matches("problems/.+/index.html"))
        .hasSameSizeAs(kinds);
  }

  @Test
  void theListOfTypesLeadsToAllOfThem() {
    assertThat(BuiltSite.inside(site.page("problems/index.html")))
        .containsAll(kinds.stream().map(kind -> "problems/" + kind + "/index.html").toList());
  }
}
