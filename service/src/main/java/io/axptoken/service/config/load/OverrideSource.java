package io.axptoken.service.config.load;

import io.axptoken.service.config.schema.Catalogue;
import io.axptoken.service.config.schema.Overlay;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.RawValue;
import io.axptoken.service.config.schema.ValueOrigin;
import io.axptoken.service.config.type.DisplayText;
import io.axptoken.service.config.type.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The layer of the command line. */
final class OverrideSource {
  private OverrideSource() {}

  /** The overrides; unknown keys are problems, and so are secrets: process lists show them. */
  static Map<String, RawValue> read(
      Catalogue catalogue, Map<String, String> overrides, List<String> groups, Problems problems) {
    Map<String, RawValue> values = new LinkedHashMap<>();
    overrides.forEach((key, text) -> {
      Property<?> property = catalogue.find(key);
      if (property == null) {
        problems.add(DisplayText.key(key), catalogue.unknown(key), ValueOrigin.COMMAND_LINE);
      } else if (property.isOfGroup() && !groups.contains(catalogue.overlay().nameIn(key))) {
        problems.add(key, noSuchGroup(catalogue.overlay(), groups, key), ValueOrigin.COMMAND_LINE);
      } else if (property.isSecret() && !Interpolation.isSoleReference(text)) {
        problems.add(key, openSecret(property), ValueOrigin.COMMAND_LINE);
      } else {
        values.put(key, raw(property, text));
      }
    });
    return values;
  }

  private static String noSuchGroup(Overlay overlay, List<String> groups, String key) {
    String nearest = Nearest.key(String.valueOf(overlay.nameIn(key)), groups);
    return "is for an "
        + overlay.family().noun()
        + " that the configuration file does not have: "
        + (nearest == null ? "name it there first" : "did you mean " + nearest + "?");
  }

  private static RawValue raw(Property<?> property, String text) {
    return property.isCollection() && text.isEmpty()
        ? new RawValue.Items(List.of(), ValueOrigin.COMMAND_LINE)
        : new RawValue.Text(text, ValueOrigin.COMMAND_LINE);
  }

  private static String openSecret(Property<?> property) {
    return "must not be given on the command line, where everybody on the machine can read it:"
        + " refer to a file with ${file:/path}, or set the environment variable "
        + property.environmentName();
  }
}
