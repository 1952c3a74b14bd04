package io.axptoken.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site that comes of this working copy's documentation. */
class SiteTest {
  private static BuiltSite site;

  @BeforeAll
  static void render() throws IOException {
    site = BuiltSite.render();
  }

  @Test
  void everyLinkWithinItLeadsToAPageAndAPlaceThatAreThere() {
    List<String> broken = new ArrayList<>();
    site.pages()
        .forEach((address, page) ->
            BuiltSite.inside(page).stream()
                .filter(link -> !leadsSomewhere(link))
                .forEach(link -> broken.add(address + ": " + link)));
    assertThat(broken).isEmpty();
  }

  @Test
  void linksToTheWebAreEncryptedOrLeadToTheReadersOwnMachine() {
    assertThat(site.pages().values().stream().flatMap(page -> BuiltSite.outside(page).stream()))
        .isNotEmpty()
        .allMatch(link -> link.matches("(https://|http://(localhost|127\\.0\\.0\\.1)[:/]).*"));
  }

  @Test
  void everyPageIsReachedFromTheFirstOne() {
    Set<String> reached = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of("index.html"));
    while (!next.isEmpty()) {
      String address = next.pop();
      if (reached.add(address) && address.endsWith(".html")) {
        BuiltSite.inside(site.page(address)).forEach(link -> next.add(link.replaceAll("#.*", "")));
      }
    }
    assertThat(reached).containsExactlyInAnyOrderElementsOf(site.files().keySet());
  }

  @Test
  void everyPageIsValidAndSaysWhatItIs() {
    assertThat(site.pages())
        .hasSizeGreaterThan(60)
        .allSatisfy((address, page) -> {
          assertThat(page.parser().getErrors()).as(address).isEmpty();
          assertThat(page.title()).as(address).contains("AXP token server");
          assertThat(page.select("meta[name=description]").attr("content"))
              .as(address)
              .isNotBlank()
              .hasSizeLessThan(180);
          assertThat(page.select("html[lang=en] > body > main#content")).hasSize(1);
          assertThat(page.select("body > nav[aria-label], body > header, body > footer"))
              .hasSize(3);
          assertThat(page.select("script, [onclick], [style], iframe")).as(address).isEmpty();
          assertThat(page.select("img:not([alt]), img[alt='']")).as(address).isEmpty();
        });
    assertThat(site.pages().values().stream().map(Document::title)).doesNotHaveDuplicates();
  }

  @Test
  void headingsAreInOrderAndNamesAreNotTakenTwice() {
    assertThat(site.pages())
        .allSatisfy((address, page) -> {
          assertThat(page.select("[id]").eachAttr("id")).as(address).doesNotHaveDuplicates();
          assertThat(page.select("main h1")).as(address).hasSize(1);
          int level = 0;
          for (Element heading : page.select("main :is(h1, h2, h3, h4, h5, h6)")) {
            int here = heading.tagName().charAt(1) - '0';
            assertThat(here).as(address + ": " + heading.text()).isLessThanOrEqualTo(level + 1);
            level = here;
          }
        });
  }

  @Test
  void everyPageButThoseOfASourceFileIsMarkedWhereTheListOfPagesHasIt() {
    assertThat(
            site.page("docs/operations/index.html").select("nav a[aria-current=page]").eachText())
        .containsExactly("Operations");
    assertThat(site.page("docs/operations/index.html").select("nav#pages h2").eachText())
        .contains("For operators");
  }

  @Test
  void aPageThatIsNamedByItsFileIsALink() {
    assertThat(site.page("docs/readiness/index.html").select("main li a").eachText())
        .contains("docs/identity.md");
  }

  @Test
  void theSameWorkingCopyMakesTheSameSite() throws IOException {
    assertThat(BuiltSite.render().files()).containsExactlyEntriesOf(site.files());
  }

  @Test
  void theRunbookStandsWhereAlertsSayItDoes() throws IOException {
    String rules =
        Files.readString(BuiltSite.ROOT.resolve("deploy/prometheus/axp-token-server.rules.yaml"));
    assertThat(Pattern.compile("runbook_url: (\\S+)").matcher(rules).results())
        .hasSizeGreaterThan(10)
        .allSatisfy(url -> {
          assertThat(url.group(1)).startsWith(Links.HOME);
          String link = url.group(1).substring(Links.HOME.length());
          assertThat(leadsSomewhere(link.replace("#", "/index.html#"))).as(link).isTrue();
        });
  }

  @Test
  void aLinkThatLeadsNowhereStopsTheBuild(@TempDir Path root) throws IOException {
    write(root, "README.md", "# Start\n\n[here](docs/README.md) [gone](docs/gone.md)\n");

    assertThatThrownBy(() -> new Site(root).render())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Links that lead nowhere: [README.md: docs/gone.md]");
  }

  @Test
  void htmlInMarkdownStopsTheBuildButForComments(@TempDir Path root) throws IOException {
    write(root, "README.md", "# Start\n\n<!-- unseen -->\n\nText <!-- unseen -->.\n");
    assertThat(new Site(root).render().get("index.html")).asString().doesNotContain("unseen");

    write(root, "README.md", "# Start\n\n<script>alert(1)</script>\n");
    assertThatThrownBy(() -> new Site(root).render()).hasMessageContaining("has HTML in it");
  }

  @Test
  void whatIsNoLongerPartOfTheSiteIsRemoved(@TempDir Path root) throws IOException {
    write(root, "README.md", "# Start\n\nText, [more](MORE.md).\n");
    write(root, "MORE.md", "# More\n\nText.\n");
    Path folder = root.resolve("target/site");
    new Site(root).write(folder);
    assertThat(folder.resolve("more/index.html")).exists();

    Files.delete(root.resolve("MORE.md"));
    write(root, "README.md", "# Start\n\nText.\n");
    new Site(root).write(folder);
    assertThat(folder.resolve("more/index.html")).doesNotExist();
    assertThat(folder.resolve("index.html")).exists();
  }

  private static boolean leadsSomewhere(String link) {
    int hash = link.indexOf('#');
    String address = hash < 0 ? link : link.substring(0, hash);
    return site.files().containsKey(address)
        && (hash < 0 || site.page(address).getElementById(link.substring(hash + 1)) != null);
  }

  private static void write(Path root, String file, String text) throws IOException {
    for (Map.Entry<String, String> page :
        Map.of(
                "docs/README.md",
                "# Pages\n\nAll.\n",
                "docs/errors.md",
                "# Errors\n\nAll.\n",
                file,
                text)
            .entrySet()) {
      Path target = root.resolve(page.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, page.getValue());
    }
    Files.createDirectories(root.resolve("docs/adr"));
    Files.writeString(root.resolve("pom.xml"), "<version>1.0.0</version>");
  }
}
