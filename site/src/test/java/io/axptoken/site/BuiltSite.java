package io.axptoken.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * The site of this working copy, rendered and read again as a browser would.
 *
 * @param files all files by their addresses
 * @param pages the HTML among them, parsed
 */
record BuiltSite(Map<String, byte[]> files, Map<String, Document> pages) {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int MANY = 100;

  static BuiltSite render() throws IOException {
    Map<String, byte[]> files = new Site(ROOT).render();
    Map<String, Document> pages = new TreeMap<>();
    files.forEach((address, bytes) -> {
      if (address.endsWith(".html")) {
        Parser parser = Parser.htmlParser().setTrackErrors(MANY);
        String html = new String(bytes, StandardCharsets.UTF_8);
        pages.put(address, Jsoup.parse(html, "https://site.test/" + address, parser));
      }
    });
    return new BuiltSite(files, pages);
  }

  Document page(String address) {
    Document page = pages.get(address);
    if (page == null) {
      throw new AssertionError("no page " + address);
    }
    return page;
  }

  /** What a page links to within the site, as addresses with fragments; images and styles too. */
  static List<String> inside(Document page) {
    return page.select("[href], [src]").stream()
        .map(element -> element.absUrl(element.hasAttr("href") ? "href" : "src"))
        .filter(url -> url.startsWith("https://site.test/"))
        .map(url -> url.substring("https://site.test/".length()))
        .distinct()
        .toList();
  }

  static List<String> outside(Document page) {
    return page.select("[href], [src]").stream()
        .map(element -> element.absUrl(element.hasAttr("href") ? "href" : "src"))
        .filter(url -> !url.startsWith("https://site.test/"))
        .toList();
  }
}
