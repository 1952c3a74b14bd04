package io.axptoken.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages by reader, as docs/README.md has them. */
final class Navigation {
  private static final String INDEX = "docs/README.md";
  private static final Pattern GROUP = Pattern.compile("## (.+)");
  private static final Pattern ROW = Pattern.compile("\\| \\[([^\\]]+)]\\(([^)]+)\\) \\|.*");

  private final List<Group> groups = new ArrayList<>();
  private final Page index;

  private record Group(String name, List<Item> items) {}

  private record Item(String text, String link) {}

  Navigation(Repository repository) throws IOException {
    index = new Page("docs/", INDEX, repository.read(INDEX));
    for (String line : index.markdown().split("\n", -1)) {
      Matcher group = GROUP.matcher(line);
      Matcher row = ROW.matcher(line);
      if (group.matches()) {
        groups.add(new Group(group.group(1), new ArrayList<>()));
      } else if (row.matches()) {
        groups.getLast().items().add(new Item(row.group(1), row.group(2)));
      }
    }
  }

  /** The list of links as it stands on a page, which is marked in it. */
  String on(Page page, Links links) throws IOException {
    StringBuilder html = new StringBuilder();
    for (Group group : groups) {
      html.append("<h2>").append(Layout.escaped(group.name())).append("</h2>\n<ul>\n");
      for (Item item : group.items()) {
        html.append("<li>").append(link(page, item, links)).append("</li>\n");
      }
      html.append("</ul>\n");
    }
    return html.toString();
  }

  private String link(Page page, Item item, Links links) throws IOException {
    String fromIndex = links.rewrite(index, item.link());
    boolean here = fromIndex.equals(Links.relative(index.address(), page.address()));
    return "<a href=\"%s\"%s>%s</a>"
        .formatted(
            Layout.escaped(
                Links.relative(page.address(), "docs/").replace("index.html", "") + fromIndex),
            here ? " aria-current=\"page\"" : "",
            Layout.escaped(item.text()));
  }
}
