package io.axptoken.service.config.load;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The text of a YAML file, to see what it has beside the values that were made of it.
 *
 * @param root the mapping that makes up the file
 * @param text all of it
 * @param isBasic whether each character is a code point, as the parser counts them
 */
record YamlSource(MappingNode root, String text, boolean isBasic) {
  static YamlSource of(MappingNode root, String text) {
    return new YamlSource(root, text, text.codePointCount(0, text.length()) == text.length());
  }

  /**
   * Whether a value ends at a number sign that may have been meant to be part of it. Asked one by
   * one, as a switch would have the JVM write a class before the first token.
   */
  boolean isCutByComment(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.isPlain() && scalar.getEndMark().map(this::isBeforeComment).orElse(false);
    }
    if (node instanceof SequenceNode items) {
      return items.getValue().stream().anyMatch(this::isScalarCut);
    }
    return node instanceof MappingNode entries
        && entries.getValue().stream().anyMatch(entry -> isScalarCut(entry.getValueNode()));
  }

  private boolean isScalarCut(Node node) {
    return node instanceof ScalarNode && isCutByComment(node);
  }

  /** Whether a plain value goes on in further lines, which become one with blanks. */
  static boolean isFolded(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && line(scalar.getStartMark().orElse(null)) != line(scalar.getEndMark().orElse(null));
  }

  private static int line(@Nullable Mark mark) {
    return mark == null ? 0 : mark.getLine();
  }

  /** A comment has a blank behind its number sign, as a rule. */
  private boolean isBeforeComment(Mark end) {
    int start = isBasic ? end.getIndex() : text.offsetByCodePoints(0, end.getIndex());
    int at = start;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at > start
        && at + 1 < text.length()
        && text.charAt(at) == '#'
        && text.charAt(at + 1) > ' '
        && text.charAt(at + 1) != '#';
  }
}
