package io.axptoken.service.config.schema;

import java.util.List;
import java.util.Locale;

/**
 * A section of the configuration.
 *
 * @param name its top-level key
 * @param doc what it is about
 * @param properties in the order of the reference
 */
public record Section(String name, String doc, List<Property<?>> properties) {
  /** What the environment variables of its settings begin with. */
  public String environmentPrefix() {
    return name.toUpperCase(Locale.ROOT) + "_";
  }
}
