package io.axptoken.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the links of a page, which lead to files of the repository, lead to pages of the site. */
final class Links {
  /** Where the site is published; links to it stay inside. */
  static final String HOME = "https://axptoken.io/";

  private final Catalogue catalogue;
  private final List<String> broken;

  /**
   * @param broken is told of each link that leads nowhere
   */
  Links(Catalogue catalogue, List<String> broken) {
    this.catalogue = catalogue;
    this.broken = broken;
  }

  /** What stands in the HTML of a page for a link of its Markdown. */
  String rewrite(Page page, String link) throws IOException {
    boolean home = link.startsWith(HOME);
    if (!home && URI.create(link).isAbsolute()) {
      return link;
    }
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    String target = home ? published(path) : inRepository(page, path);
    if (target == null) {
      broken.add(page.source() + ": " + link);
      return link;
    }
    String fragment = hash < 0 ? "" : link.substring(hash);
    return target.equals(page.address()) && hash >= 0
        ? fragment
        : relative(page.address(), target) + fragment;
  }

  private @Nullable String published(String path) {
    String address = path.substring(HOME.length());
    address = address.isEmpty() || address.endsWith("/") ? address : address + "/";
    return catalogue.has(address) ? address : null;
  }

  private @Nullable String inRepository(Page page, String path) throws IOException {
    if (path.isEmpty()) {
      return catalogue.addressOf(page.source());
    }
    Path target = Path.of(page.source()).resolveSibling(path).normalize();
    return catalogue.addressOf(target.toString().replace('\\', '/'));
  }

  /** The way from one page to another page or file, written so that it works without a server. */
  static String relative(String from, String to) {
    String[] start = from.split("/", -1);
    String[] end = to.split("/", -1);
    int same = 0;
    while (same < start.length - 1 && same < end.length - 1 && start[same].equals(end[same])) {
      same++;
    }
    StringBuilder way = new StringBuilder("../".repeat(start.length - 1 - same));
    way.append(String.join("/", List.of(end).subList(same, end.length)));
    return to.isEmpty() || to.endsWith("/") ? way + "index.html" : way.toString();
  }
}
