package io.axptoken.service.config.load;

import io.axptoken.service.config.ManagementSettings;
import io.axptoken.service.config.schema.Catalogue;
import io.axptoken.service.config.schema.ManagementSection;
import io.axptoken.service.config.schema.RawValue;
import io.axptoken.service.config.schema.RawValues;
import io.axptoken.service.config.schema.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the management listener is by the configuration, whatever else is wrong with that: a probe
 * needs no account.
 */
public sealed interface ManagementAddress {
  /** There it is. */
  record Known(ManagementSettings settings) implements ManagementAddress {}

  /**
   * The configuration does not tell.
   *
   * @param problem what is wrong, in a line
   */
  record Unknown(String problem) implements ManagementAddress {}

  /** Reads nothing else; see {@link SettingsLoader#load} for the parameters. */
  static ManagementAddress load(
      Catalogue catalogue,
      @Nullable Path file,
      Map<String, String> environment,
      Map<String, String> overrides) {
    Problems elsewhere = new Problems();
    Problems problems = new Problems();
    try {
      Map<String, RawValue> raw =
          new Layers(file, environment, overrides).read(catalogue, elsewhere, new ArrayList<>());
      Values values =
          new SettingsReader(
                  new RawValues(catalogue.overlay(), raw), new Interpolation(environment), problems)
              .read(ManagementSection.in(catalogue));
      return problems.isEmpty()
          ? new Known(ManagementSection.settings(values))
          : new Unknown(problems.list().getFirst().toString());
    } catch (YamlFile.Unusable e) {
      return new Unknown(e.problem().toString());
    }
  }
}
