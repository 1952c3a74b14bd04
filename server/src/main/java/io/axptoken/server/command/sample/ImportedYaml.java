package io.axptoken.server.command.sample;

import io.axptoken.service.config.load.YamlLine;
import java.util.List;
import java.util.Map;

/** An import as YAML, with the decisions that are left in comments. */
public final class ImportedYaml {
  private ImportedYaml() {}

  /**
   * The text.
   *
   * @param from the name of the file that was read
   * @param values as {@link Import#values}, with secrets or references to them
   */
  public static String of(String from, Map<String, List<String>> values) {
    StringBuilder out = new StringBuilder();
    out.append("# Made by token-server import from ").append(printable(from)).append(".\n");
    out.append("# Every key is described in docs/configuration.md.\n");
    String section = "";
    for (String key : Target.KEYS) {
      List<String> value = values.get(key);
      if (value == null) {
        continue;
      }
      String own = key.substring(0, key.indexOf('.'));
      if (!own.equals(section)) {
        out.append('\n').append(own).append(":\n");
        section = own;
      }
      out.append("  ").append(key.substring(own.length() + 1)).append(": ");
      out.append(YamlLine.of(key.equals(Target.ORIGINS) ? value : value.getFirst())).append('\n');
    }
    return out.append(IDENTITY).toString();
  }

  private static final String IDENTITY =
      """

      identity:
        # As the sample does it: whoever asks becomes the user they name. Decide on a mode that proves
        # who the user is before strangers can reach the server; see docs/identity.md.
        modes: [claimed]
      """;

  private static String printable(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}._ -]", "?");
  }
}
