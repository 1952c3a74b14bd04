package io.axptoken.service.config.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that were read, written as YAML again: sections indented, values on a line each. */
final class YamlText {
  private static final String INDENT = "  ";
  private static final String HEADER =
      """
      # The configuration in force. Behind each value stands where it comes from.
      # Secrets are not shown: in their place stand references to where they are, or belong.
      """;

  private final Map<String, Object> root = new LinkedHashMap<>();
  private final StringBuilder out = new StringBuilder(HEADER);

  YamlText(List<SettingsReader.Taken> values) {
    values.forEach(this::put);
  }

  String text() {
    write(root, "");
    return out.toString();
  }

  private void put(SettingsReader.Taken value) {
    String[] names = value.property().key().split("\\.", -1);
    Map<String, Object> section = root;
    for (int i = 0; i < names.length - 1; i++) {
      section = below(section, names[i]);
    }
    section.put(names[names.length - 1], value);
  }

  @SuppressWarnings("unchecked") // What is no value is a section.
  private static Map<String, Object> below(Map<String, Object> section, String name) {
    return (Map<String, Object>) section.computeIfAbsent(name, _ -> new LinkedHashMap<>());
  }

  private void write(Map<?, ?> section, String indent) {
    section.forEach((name, content) -> {
      if (indent.isEmpty()) {
        out.append('\n');
      }
      out.append(indent).append(name).append(':');
      if (content instanceof SettingsReader.Taken value) {
        YamlValue written = new YamlValue(value);
        out.append(' ').append(written.text()).append("  # ").append(written.comment());
        out.append('\n');
      } else if (content instanceof Map<?, ?> subsection) {
        out.append('\n');
        write(subsection, indent + INDENT);
      }
    });
  }
}
