package io.axptoken.server.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The layer of the environment. */
final class EnvironmentSource {
  /** Names the configuration file; not a setting itself. */
  static final String FILE_VARIABLE = "TOKEN_SERVER_CONFIG";

  private static final String INTEGRATIONS = "INTEGRATIONS_";

  private EnvironmentSource() {}

  /**
   * The settings among the variables. An empty variable is as good as none, except that it empties
   * a list: who sets {@code SERVER_ALLOWED_ORIGINS} to nothing does not mean everybody.
   */
  static Map<String, RawValue> read(
      Catalogue catalogue,
      Map<String, String> environment,
      List<String> integrations,
      List<String> warnings) {
    Map<String, RawValue> values = new LinkedHashMap<>();
    Map<String, String> rest = new TreeMap<>(environment);
    ServiceLinks links = ServiceLinks.takenFrom(rest, catalogue);
    for (Property<?> property : catalogue.properties()) {
      put(values, property, rest.remove(property.environmentName()));
    }
    takeIntegrations(catalogue.overlay(), integrations, rest, values);
    links.warning().ifPresent(warnings::add);
    rest.keySet().stream()
        .filter(name -> looksLikeOurs(catalogue, name))
        .map(name -> unknown(catalogue, integrations, name))
        .forEach(warnings::add);
    return values;
  }

  private static void put(
      Map<String, RawValue> values, Property<?> property, @Nullable String text) {
    if (text != null && (property.isCollection() || !text.isEmpty())) {
      values.put(property.key(), raw(text, Origin.environment(property.environmentName())));
    }
  }

  private static void takeIntegrations(
      Overlay overlay, List<String> names, Map<String, String> rest, Map<String, RawValue> values) {
    rest.entrySet()
        .removeIf(variable -> {
          for (String name :
              variable.getKey().startsWith(INTEGRATIONS) ? names : List.<String>of()) {
            Property<?> property = overlay.findVariable(variable.getKey(), name);
            if (property != null) {
              put(values, property, variable.getValue());
              return true;
            }
          }
          return false;
        });
  }

  private static RawValue raw(String text, Origin origin) {
    return text.isEmpty() ? new RawValue.Items(List.of(), origin) : new RawValue.Text(text, origin);
  }

  static boolean looksLikeOurs(Catalogue catalogue, String variable) {
    return catalogue.sections().stream()
        .anyMatch(section -> variable.startsWith(section.environmentPrefix()));
  }

  private static String unknown(Catalogue catalogue, List<String> integrations, String variable) {
    Stream<Property<?>> settings =
        variable.startsWith(INTEGRATIONS)
            ? integrations.stream()
                .flatMap(name -> catalogue.overlay().properties().stream().map(p -> p.of(name)))
            : catalogue.stream();
    String nearest = Nearest.key(variable, settings.map(Property::environmentName).toList());
    return "The environment variable "
        + Shown.plain(variable)
        + " is ignored, as there is no such setting"
        + (nearest == null ? "." : ": did you mean " + nearest + "?");
  }
}
