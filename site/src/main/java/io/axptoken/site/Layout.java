package io.axptoken.site;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The frame around the text of every page. */
final class Layout {
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
  private static final int WORTH_A_TABLE = 4;

  private final Navigation navigation;
  private final Links links;
  private final String version;

  Layout(Repository repository, Links links) throws IOException {
    this.navigation = new Navigation(repository);
    this.links = links;
    Matcher matcher = VERSION.matcher(repository.read("pom.xml"));
    this.version = matcher.find() ? matcher.group(1) : "";
  }

  String around(Page page, Rendered text) throws IOException {
    String name = "AXP token server";
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%1$s</title>
    <meta name="description" content="%2$s">
    <link rel="stylesheet" href="%3$s">
    </head>
    <body>
    <a class="skip" href="#content">Skip to the text</a>
    <header>
    <a class="home" href="%4$s">AXP token server</a>
    <span class="version">%5$s</span>
    <a class="menu" href="#pages">All pages</a>
    </header>
    <nav id="pages" aria-label="All pages">
    <a class="close" href="#content">Close</a>
    %6$s</nav>
    <main id="content">
    %7$s</main>
    <footer>
    <p>From <code>%8$s</code>. Apache-2.0. Not affiliated with Avaya.</p>
    </footer>
    </body>
    </html>
    """
        .formatted(
            escaped(page.address().isEmpty() ? name : text.title() + " · " + name),
            escaped(text.description()),
            Links.relative(page.address(), Site.STYLE),
            Links.relative(page.address(), ""),
            escaped(version),
            navigation.on(page, links),
            withContents(text),
            escaped(page.source()));
  }

  /** Puts a table of contents behind the title of a page that has several sections. */
  private static String withContents(Rendered text) {
    boolean isLong =
        text.headings().stream().filter(heading -> heading.level() == 2).count() >= WORTH_A_TABLE;
    if (!isLong) {
      return text.html();
    }
    String list =
        text.headings().stream()
            .map(heading ->
                "<li class=\"level-%d\"><a href=\"#%s\">%s</a></li>\n"
                    .formatted(heading.level(), heading.id(), escaped(heading.text())))
            .collect(Collectors.joining());
    String contents =
        "</h1>\n<details class=\"contents\"><summary>On this page</summary>\n<ul>\n"
            + list
            + "</ul>\n</details>";
    return text.html().replaceFirst("</h1>", Matcher.quoteReplacement(contents));
  }

  /** Text as it may stand in HTML and its attributes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
