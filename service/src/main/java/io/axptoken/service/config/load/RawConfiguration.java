package io.axptoken.service.config.load;

import io.axptoken.service.config.schema.RawValue;
import io.axptoken.service.config.schema.RawValues;
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
 *
 * @param <S> the settings
 */
public final class RawConfiguration<S> {
  private final Schema<S> schema;
  private final Map<String, RawValue> raw;
  private final Map<String, String> environment;
  private final List<ConfigProblem> problems;
  private final List<String> warnings;
  private final boolean usable;

  private RawConfiguration(
      Schema<S> schema,
      Map<String, RawValue> raw,
      Map<String, String> environment,
      List<ConfigProblem> problems,
      List<String> warnings,
      boolean usable) {
    this.schema = schema;
    this.raw = raw;
    this.environment = environment;
    this.problems = problems;
    this.warnings = warnings;
    this.usable = usable;
  }

  /**
   * Reads it.
   *
   * @param schema what there is to write
   * @param file the YAML file, or {@code null} for none
   * @param environment the process's environment
   * @param overrides dotted keys to values, from the command line
   */
  public static <S> RawConfiguration<S> read(
      Schema<S> schema,
      @Nullable Path file,
      Map<String, String> environment,
      Map<String, String> overrides) {
    Problems problems = new Problems();
    List<String> warnings = new ArrayList<>();
    try {
      Map<String, RawValue> raw =
          new Layers(file, environment, overrides).read(schema.catalogue(), problems, warnings);
      return new RawConfiguration<>(
          schema,
          new LinkedHashMap<>(raw),
          environment,
          problems.list(),
          List.copyOf(warnings),
          true);
    } catch (YamlFile.Unusable e) {
      return new RawConfiguration<>(
          schema, Map.of(), environment, List.of(e.problem()), List.copyOf(warnings), false);
    }
  }

  /**
   * What came of it.
   *
   * @param <S> the settings
   * @param loaded the settings, or everything that is wrong
   * @param files those that values refer to, readable or not
   */
  public record Resolved<S>(Loaded<S> loaded, Set<Path> files) {
    /** Copies the files. */
    public Resolved {
      files = Set.copyOf(files);
    }
  }

  /** The settings, with what the files that they refer to hold now. */
  public Resolved<S> resolve() {
    if (!usable) {
      return new Resolved<>(new Loaded.Invalid<>(problems, warnings), Set.of());
    }
    Problems found = new Problems(problems);
    List<String> odd = new ArrayList<>(warnings);
    Interpolation interpolation = new Interpolation(environment);
    RawValues given = new RawValues(schema.catalogue().overlay(), raw);
    SettingsReader reader = new SettingsReader(given, interpolation, found);
    Schema.Draft<S> draft = schema.read(reader, given);
    draft.check(Scope.top(draft.top(), given, found, odd));
    odd.addAll(reader.warnings());
    odd.addAll(OpenFiles.warnings(reader.taken()));
    Loaded<S> loaded =
        found.isEmpty()
            ? new Loaded.Valid<>(
                draft.settings(),
                new EffectiveSettings(reader.taken(), odd, new Protections(schema, draft)))
            : new Loaded.Invalid<>(found.list(), List.copyOf(odd));
    return new Resolved<>(loaded, interpolation.files());
  }

  /** Whether the same was written. */
  public boolean says(RawConfiguration<S> other) {
    return raw.equals(other.raw);
  }
}
