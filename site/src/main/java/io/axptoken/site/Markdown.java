package io.axptoken.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders Markdown with tables. Comments are left out, and other HTML in it is a mistake. */
final class Markdown {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .attributeProviderFactory(_ -> Markdown::attributes)
          .nodeRendererFactory(HeadingRenderer::new)
          .build();
  private static final int DESCRIPTION = 160;

  private final Links links;

  Markdown(Links links) {
    this.links = links;
  }

  Rendered render(Page page) {
    Node document = PARSER.parse(page.markdown());
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            Mentions.link(text);
          }
        });
    Survey survey = new Survey(page);
    document.accept(survey);
    if (survey.title.isEmpty()) {
      throw new IllegalArgumentException(page.source() + " has no title");
    }
    String description = survey.description.isEmpty() ? survey.title : survey.description;
    return new Rendered(
        survey.title, cut(description), framed(RENDERER.render(document)), survey.headings);
  }

  /** Tables scroll by themselves, by the keyboard as well, and have no head that says nothing. */
  private static String framed(String html) {
    return html.replaceAll("<thead>\\s*<tr>\\s*(<th[^>]*></th>\\s*)+</tr>\\s*</thead>\\s*", "")
        .replace("<table>", "<div class=\"table\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>");
  }

  private static void attributes(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof TableCell && tag.equals("th")) {
      attributes.put("scope", "col");
    } else if (node instanceof FencedCodeBlock && tag.equals("pre")) {
      attributes.put("tabindex", "0");
    }
  }

  private static String cut(String text) {
    if (text.length() <= DESCRIPTION) {
      return text;
    }
    return text.substring(0, text.lastIndexOf(' ', DESCRIPTION)) + " …";
  }

  /** Looks at every node once before it is rendered: names headings and mends links. */
  private final class Survey extends AbstractVisitor {
    private final Page page;
    private final Anchors anchors = new Anchors();
    private final List<Rendered.Entry> headings = new ArrayList<>();
    private String title = "";
    private String description = "";

    Survey(Page page) {
      this.page = page;
    }

    @Override
    public void visit(Heading heading) {
      String text = MarkdownText.of(heading);
      String id = anchors.next(text);
      HeadingRenderer.name(heading, id);
      if (heading.getLevel() == 1) {
        title = text;
      } else if (heading.getLevel() <= 3) {
        headings.add(new Rendered.Entry(heading.getLevel(), id, text));
      }
      visitChildren(heading);
    }

    @Override
    public void visit(Paragraph paragraph) {
      if (description.isEmpty()) {
        description = MarkdownText.of(paragraph);
      }
      visitChildren(paragraph);
    }

    @Override
    public void visit(Link link) {
      link.setDestination(rewritten(link.getDestination()));
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      image.setDestination(rewritten(image.getDestination()));
    }

    @Override
    public void visit(HtmlBlock block) {
      dropComment(block, block.getLiteral());
    }

    @Override
    public void visit(HtmlInline inline) {
      dropComment(inline, inline.getLiteral());
    }

    private void dropComment(Node node, String literal) {
      if (!literal.startsWith("<!--")) {
        throw new IllegalArgumentException(page.source() + " has HTML in it: " + literal);
      }
      node.unlink();
    }

    private String rewritten(String link) {
      try {
        return links.rewrite(page, link);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
