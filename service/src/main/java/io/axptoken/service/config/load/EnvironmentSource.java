package io.axptoken.service.config.load;

import io.axptoken.service.config.schema.Catalogue;
import io.axptoken.service.config.schema.Family;
import io.axptoken.service.config.schema.Overlay;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.RawValue;
import io.axptoken.service.config.schema.ValueOrigin;
import io.axptoken.service.config.type.DisplayText;
import io.axptoken.service.config.type.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The layer of the environment. */
final class EnvironmentSource {
  private EnvironmentSource() {}

  /**
   * The settings among the variables. An empty variable is as good as none, except that it empties
   * a list: who sets {@code SERVER_ALLOWED_ORIGINS} to nothing does not mean everybody.
   */
  static Map<String, RawValue> read(
      Catalogue catalogue,
      Map<String, String> environment,
      List<String> groups,
      List<String> warnings) {
    Map<String, RawValue> values = new LinkedHashMap<>();
    Map<String, String> rest = new TreeMap<>(environment);
    ServiceLinks links = ServiceLinks.takenFrom(rest, catalogue);
    for (Property<?> property : catalogue.properties()) {
      put(values, property, rest.remove(property.environmentName()));
    }
    takeGroups(catalogue.overlay(), groups, rest, values);
    links.warning().ifPresent(warnings::add);
    rest.keySet().stream()
        .filter(name -> looksLikeOurs(catalogue, name))
        .map(name -> unknown(catalogue, groups, name))
        .forEach(warnings::add);
    return values;
  }

  private static void put(
      Map<String, RawValue> values, Property<?> property, @Nullable String text) {
    if (text != null && (property.isCollection() || !text.isEmpty())) {
      values.put(property.key(), raw(text, ValueOrigin.environment(property.environmentName())));
    }
  }

  private static void takeGroups(
      Overlay overlay, List<String> names, Map<String, String> rest, Map<String, RawValue> values) {
    String beginning = overlay.family().environmentPrefix();
    rest.entrySet()
        .removeIf(variable -> {
          for (String name : variable.getKey().startsWith(beginning) ? names : List.<String>of()) {
            Property<?> property = overlay.findVariable(variable.getKey(), name);
            if (property != null) {
              put(values, property, variable.getValue());
              return true;
            }
          }
          return false;
        });
  }

  private static RawValue raw(String text, ValueOrigin origin) {
    return text.isEmpty() ? new RawValue.Items(List.of(), origin) : new RawValue.Text(text, origin);
  }

  static boolean looksLikeOurs(Catalogue catalogue, String variable) {
    return catalogue.sections().stream()
        .anyMatch(section -> variable.startsWith(section.environmentPrefix()));
  }

  private static String unknown(Catalogue catalogue, List<String> groups, String variable) {
    Family family = catalogue.overlay().family();
    Stream<Property<?>> settings =
        variable.startsWith(family.environmentPrefix())
            ? groups.stream()
                .flatMap(name ->
                    catalogue.overlay().properties().stream().map(one -> family.of(name, one)))
            : catalogue.stream();
    String nearest = Nearest.key(variable, settings.map(Property::environmentName).toList());
    return "The environment variable "
        + DisplayText.plain(variable)
        + " is ignored, as there is no such setting"
        + (nearest == null ? "." : ": did you mean " + nearest + "?");
  }
}
