package io.axptoken.server.config;

import io.axptoken.server.config.SettingsLoader.Loaded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operator had written when it was read. Files that values refer to are not part of it:
 * they are read each time that the settings are made of it. Immutable.
 */
public final class Written {
  private final Map<String, RawValue> raw;
  private final Map<String, String> environment;
  private final List<ConfigProblem> problems;
  private final List<String> warnings;
  private final boolean usable;

  private Written(
      Map<String, RawValue> raw,
      Map<String, String> environment,
      List<ConfigProblem> problems,
      List<String> warnings,
      boolean usable) {
    this.raw = raw;
    this.environment = environment;
    this.problems = problems;
    this.warnings = warnings;
    this.usable = usable;
  }

  /**
   * Reads it.
   *
   * @param file the YAML file, or {@code null} for none
   * @param environment the process's environment
   * @param overrides dotted keys to values, from the command line
   */
  static Written read(
      @Nullable Path file, Map<String, String> environment, Map<String, String> overrides) {
    Problems problems = new Problems();
    List<String> warnings = new ArrayList<>();
    try {
      Map<String, RawValue> raw =
          new Layers(file, environment, overrides).read(Catalogue.SERVER, problems, warnings);
      return new Written(
          new LinkedHashMap<>(raw), environment, problems.list(), List.copyOf(warnings), true);
    } catch (YamlFile.Unusable e) {
      return new Written(Map.of(), environment, List.of(e.problem()), List.copyOf(warnings), false);
    }
  }

  /**
   * What came of it.
   *
   * @param loaded the settings, or everything that is wrong
   * @param files those that values refer to, readable or not
   */
  public record Resolved(Loaded loaded, Set<Path> files) {
    /** Copies the files. */
    public Resolved {
      files = Set.copyOf(files);
    }
  }

  /** The settings, with what the files that they refer to hold now. */
  public Resolved resolve() {
    if (!usable) {
      return new Resolved(new Loaded.Invalid(problems, warnings), Set.of());
    }
    Problems found = new Problems(problems);
    List<String> odd = new ArrayList<>(warnings);
    Interpolation interpolation = new Interpolation(environment);
    Given given = new Given(raw);
    SettingsReader reader = new SettingsReader(given, interpolation, found);
    Reading reading = Reading.of(reader, given);
    reading.check(Scope.top(reading.top(), given, found, odd));
    odd.addAll(reader.warnings());
    odd.addAll(OpenFiles.warnings(reader.taken()));
    Loaded loaded =
        found.isEmpty()
            ? new Loaded.Valid(
                reading.settings(),
                new EffectiveSettings(reader.taken(), odd, new Protections(reading)))
            : new Loaded.Invalid(found.list(), List.copyOf(odd));
    return new Resolved(loaded, interpolation.files());
  }

  /** Whether the same was written. */
  public boolean says(Written other) {
    return raw.equals(other.raw);
  }
}
