package io.axptoken.site;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes a heading with its name, and a link to itself for those who want to pass it on. */
final class HeadingRenderer implements NodeRenderer {
  private final HtmlNodeRendererContext context;

  HeadingRenderer(HtmlNodeRendererContext context) {
    this.context = context;
  }

  /** Gives a heading its name. */
  static void name(Heading heading, String id) {
    heading.prependChild(new Name(id));
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Heading.class, Name.class);
  }

  @Override
  public void render(Node node) {
    if (node instanceof Heading heading && heading.getFirstChild() instanceof Name name) {
      HtmlWriter html = context.getWriter();
      String tag = "h" + heading.getLevel();
      html.tag(tag, Map.of("id", name.id));
      for (Node child = name.getNext(); child != null; child = child.getNext()) {
        context.render(child);
      }
      if (heading.getLevel() > 1) {
        link(html, name.id);
      }
      html.tag("/" + tag);
      html.line();
    }
  }

  private static void link(HtmlWriter html, String id) {
    html.raw(" <a class=\"self\" href=\"#" + id + "\" aria-hidden=\"true\" tabindex=\"-1\">#</a>");
  }

  /** The name, kept in the tree until it is written. */
  private static final class Name extends org.commonmark.node.CustomNode {
    private final String id;

    Name(String id) {
      this.id = id;
    }
  }
}
