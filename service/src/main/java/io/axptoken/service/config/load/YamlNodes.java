package io.axptoken.service.config.load;

import io.axptoken.service.config.schema.RawValue;
import io.axptoken.service.config.schema.ValueOrigin;
import io.axptoken.service.config.type.DisplayText;
import io.axptoken.service.config.type.UnparsedValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML nodes as raw values. */
final class YamlNodes {
  private static final Set<Tag> SCALARS = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);
  private static final Set<Tag> KNOWN_TAGS =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

  private YamlNodes() {}

  static boolean isNull(@Nullable Node node) {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && scalar.getTag().equals(Tag.NULL);
  }

  /** The line of a node, from 1 on. */
  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  /** The text of a key or an entry, or {@code null} if it is no plain value. */
  static @Nullable String text(Node node) {
    return node instanceof ScalarNode scalar && SCALARS.contains(scalar.getTag()) && !isNull(node)
        ? scalar.getValue()
        : null;
  }

  static RawValue value(Node node, ValueOrigin origin) {
    if (!KNOWN_TAGS.contains(node.getTag())) {
      return new RawValue.Unusable("a value with a YAML tag: put it in quotes", origin);
    }
    if (isNull(node)) {
      return new RawValue.Nothing(origin);
    }
    return switch (node.getNodeType()) {
      case SCALAR -> new RawValue.Text(((ScalarNode) node).getValue(), origin);
      case SEQUENCE -> items((SequenceNode) node, origin);
      case MAPPING -> entries((MappingNode) node, origin);
      default -> new RawValue.Unusable("something unknown", origin);
    };
  }

  private static RawValue entries(MappingNode mapping, ValueOrigin origin) {
    if (mapping.getValue().isEmpty()) {
      return new RawValue.Items(List.of(), origin);
    }
    List<UnparsedValue.Part> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (NodeTuple entry : mapping.getValue()) {
      String name = text(entry.getKeyNode());
      if (name == null || !names.add(name)) {
        return new RawValue.Unusable(
            "a section with a key that is no text, or there twice", origin);
      }
      List<String> texts = texts(entry.getValueNode());
      if (texts.isEmpty()) {
        return new RawValue.Unusable(
            "a section in which " + DisplayText.key(name) + " has no plain value", origin);
      }
      texts.forEach(text -> entries.add(UnparsedValue.Part.named(name, text)));
    }
    return new RawValue.Entries(List.copyOf(entries), origin);
  }

  /**
   * The text of a plain value, those of a list, or none of anything else: a section may hold itself
   * by an alias, so that there would be no end to looking into it.
   */
  private static List<String> texts(Node node) {
    if (node instanceof MappingNode) {
      return List.of();
    }
    return switch (value(node, ValueOrigin.DEFAULT)) {
      case RawValue.Text(String text, _) -> List.of(text);
      case RawValue.Items(List<String> items, _) -> items;
      default -> List.of();
    };
  }

  private static RawValue items(SequenceNode sequence, ValueOrigin origin) {
    List<String> items = new ArrayList<>();
    for (Node node : sequence.getValue()) {
      String text = text(node);
      if (text == null) {
        return new RawValue.Unusable("a list with something else than plain values", origin);
      }
      items.add(text);
    }
    return new RawValue.Items(List.copyOf(items), origin);
  }
}
