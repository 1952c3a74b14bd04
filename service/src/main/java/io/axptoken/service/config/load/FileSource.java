package io.axptoken.service.config.load;

import io.axptoken.service.config.schema.Catalogue;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.RawValue;
import io.axptoken.service.config.schema.ValueOrigin;
import io.axptoken.service.config.type.DisplayText;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** The layer of the configuration file. */
final class FileSource {
  private final Catalogue catalogue;
  private final ValueOrigin beginning;
  private final Problems problems;
  private final List<String> warnings;
  private final YamlSource yaml;
  private final Map<String, RawValue> values = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();

  private FileSource(
      Catalogue catalogue, Path file, YamlSource yaml, Problems problems, List<String> warnings) {
    this.yaml = yaml;
    this.warnings = warnings;
    this.catalogue = catalogue;
    this.beginning = ValueOrigin.file(file);
    this.problems = problems;
  }

  /** Reads the file; unknown and repeated keys are problems. */
  static Map<String, RawValue> read(
      Catalogue catalogue, Path file, Problems problems, List<String> warnings)
      throws YamlFile.Unusable {
    YamlSource yaml = YamlFile.source(file);
    FileSource source = new FileSource(catalogue, file, yaml, problems, warnings);
    source.walk("", 0, yaml.root());
    return source.values;
  }

  /**
   * Takes what stands in a section.
   *
   * @param prefix what the keys of its settings begin with
   * @param own how much of that is the named group's, or 0 outside the named ones
   */
  private void walk(String prefix, int own, MappingNode mapping) {
    for (NodeTuple entry : mapping.getValue()) {
      ValueOrigin origin = beginning.atLine(YamlNodes.line(entry.getKeyNode()));
      String name = YamlNodes.text(entry.getKeyNode());
      if (name == null) {
        problems.add(prefix + "…", "has a key that is not a plain text: correct it", origin);
      } else {
        take(prefix + name, own, entry.getValueNode(), origin);
      }
    }
  }

  private void take(String key, int own, Node node, ValueOrigin origin) {
    if (!seen.add(key)) {
      problems.add(DisplayText.key(key), "is there more than once: keep one", origin);
    } else if (own == 0 ? catalogue.has(key) : catalogue.overlay().hasSetting(key, own)) {
      values.put(key, YamlNodes.value(node, origin));
      warnIfOdd(key, node, origin);
    } else if (own == 0 ? catalogue.isSection(key) : catalogue.overlay().hasGroup(key, own)) {
      section(key, own, node, origin);
    } else {
      problems.add(DisplayText.key(key), catalogue.unknown(key), origin);
    }
  }

  /** Only where a text may be anything: others show by themselves that they lack something. */
  private void warnIfOdd(String key, Node node, ValueOrigin origin) {
    boolean cut = yaml.isCutByComment(node);
    boolean folded = YamlSource.isFolded(node);
    Property<?> property = cut || folded ? catalogue.find(key) : null;
    if (property != null && property.isFreeText()) {
      warnings.add(
          key
              + (cut
                  ? " ends before a # with a blank ahead of it, where a comment begins: put quotes"
                      + " around the value if the # is part of it, or a blank behind the #"
                  : " goes on in another line, and gets a blank in its place: write it in one line,"
                      + " or in quotes")
              + " ("
              + origin.where()
              + ")");
    }
  }

  private void section(String key, int own, @Nullable Node node, ValueOrigin origin) {
    boolean group = own == 0 && catalogue.overlay().isGroup(key);
    if (group) {
      values.put(key, new RawValue.Nothing(origin));
    }
    if (node instanceof MappingNode mapping) {
      walk(key + ".", group ? key.length() + 1 : own, mapping);
    } else if (!YamlNodes.isNull(node)) {
      problems.add(key, "must be a section: put its settings below it, indented", origin);
    }
  }
}
