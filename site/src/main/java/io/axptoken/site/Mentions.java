package io.axptoken.site;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Makes links of pages that a text names by their files, as the server's own messages do. */
final class Mentions {
  private static final Pattern PAGE = Pattern.compile("docs/([a-z-]+)\\.md");

  private Mentions() {}

  /** Splits a text where it names a page. */
  static void link(Text text) {
    if (text.getParent() instanceof Link) {
      return;
    }
    Matcher mention = PAGE.matcher(text.getLiteral());
    int from = 0;
    while (mention.find()) {
      text.insertBefore(new Text(text.getLiteral().substring(from, mention.start())));
      text.insertBefore(link(mention));
      from = mention.end();
    }
    text.setLiteral(text.getLiteral().substring(from));
  }

  private static Node link(Matcher mention) {
    Link link = new Link(Links.HOME + "docs/" + mention.group(1), null);
    link.appendChild(new Text(mention.group()));
    return link;
  }
}
