package io.axptoken.service.config.load;

import io.axptoken.service.config.schema.Catalogue;
import io.axptoken.service.config.schema.RawValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator set, wherever that was.
 *
 * @param file the YAML file, or {@code null} for none
 * @param environment the process's environment
 * @param overrides dotted keys to values, from the command line
 */
public record Layers(
    @Nullable Path file, Map<String, String> environment, Map<String, String> overrides) {

  /** The raw values in force by their keys; the later layer wins, value by value. */
  public Map<String, RawValue> read(Catalogue catalogue, Problems problems, List<String> warnings)
      throws YamlFile.Unusable {
    Map<String, RawValue> raw = new LinkedHashMap<>();
    List<String> groups = List.of();
    try {
      if (file != null) {
        raw.putAll(FileSource.read(catalogue, file, problems, warnings));
        groups = catalogue.overlay().names(raw);
      }
    } finally {
      raw.putAll(EnvironmentSource.read(catalogue, environment, groups, warnings));
    }
    raw.putAll(OverrideSource.read(catalogue, overrides, groups, problems));
    return raw;
  }
}
