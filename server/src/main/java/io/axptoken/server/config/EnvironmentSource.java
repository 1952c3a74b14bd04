package io.axptoken.server.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The layer of the environment. */
final class EnvironmentSource {
  /** Names the configuration file; not a setting itself. */
  static final String FILE_VARIABLE = "TOKEN_SERVER_CONFIG";

  private EnvironmentSource() {}

  /**
   * The settings among the variables. An empty variable is as good as none, except that it empties
   * a list: who sets {@code SERVER_ALLOWED_ORIGINS} to nothing does not mean everybody.
   */
  static Map<String, RawValue> read(
      Catalogue catalogue, Map<String, String> environment, List<String> warnings) {
    Map<String, RawValue> values = new LinkedHashMap<>();
    Map<String, String> rest = new TreeMap<>(environment);
    ServiceLinks links = ServiceLinks.takenFrom(rest, catalogue);
    for (Property<?> property : catalogue.properties()) {
      String name = property.environmentName();
      String text = property.isInSection() ? rest.remove(name) : null;
      if (text != null && (property.isCollection() || !text.isEmpty())) {
        values.put(property.key(), raw(text, Origin.environment(name)));
      }
    }
    links.warning().ifPresent(warnings::add);
    rest.keySet().stream()
        .filter(name -> looksLikeOurs(catalogue, name))
        .map(name -> unknown(catalogue, name))
        .forEach(warnings::add);
    return values;
  }

  private static RawValue raw(String text, Origin origin) {
    return text.isEmpty() ? new RawValue.Items(List.of(), origin) : new RawValue.Text(text, origin);
  }

  static boolean looksLikeOurs(Catalogue catalogue, String variable) {
    return catalogue.sections().stream()
        .anyMatch(section -> variable.startsWith(section.environmentPrefix()));
  }

  private static String unknown(Catalogue catalogue, String variable) {
    List<String> names =
        catalogue.stream().filter(Property::isInSection).map(Property::environmentName).toList();
    String nearest = Nearest.key(variable, names);
    return "The environment variable "
        + Shown.plain(variable)
        + " is ignored, as there is no such setting"
        + (nearest == null ? "." : ": did you mean " + nearest + "?");
  }
}
