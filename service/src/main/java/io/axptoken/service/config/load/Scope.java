package io.axptoken.service.config.load;

import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.RawValue;
import io.axptoken.service.config.schema.RawValues;
import io.axptoken.service.config.schema.ValueOrigin;
import io.axptoken.service.config.schema.Values;
import io.axptoken.service.config.type.InvalidValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of one group while rules are checked that concern more than one of them. What an group
 * inherits together with its fault is told of once, where it stands.
 */
public final class Scope {
  private final @Nullable String group;
  private final Values values;
  private final RawValues given;
  private final Map<Integer, RawValue> own;
  private final Problems problems;
  private final List<String> warnings;
  private final Set<String> faulty;

  private Scope(
      @Nullable String group,
      Values values,
      RawValues given,
      Problems problems,
      List<String> warnings,
      Set<String> faulty) {
    this.group = group;
    this.values = values;
    this.given = given;
    this.own = group == null ? Map.of() : given.of(group);
    this.problems = problems;
    this.warnings = warnings;
    this.faulty = faulty;
  }

  /** The values outside the named groups. */
  public static Scope top(
      Values values, RawValues given, Problems problems, List<String> warnings) {
    return new Scope(null, values, given, problems, warnings, new HashSet<>());
  }

  /** The values of a named group. */
  public Scope named(String name, Values own) {
    return new Scope(name, own, given, problems, warnings, faulty);
  }

  /** The value in force; {@code null} if it is a problem already. */
  public <T> @Nullable T find(Property<T> property) {
    return values.find(property);
  }

  /** Whether these are the values of a named group. */
  public boolean isNamed() {
    return group != null;
  }

  /** Whether somebody set it here: neither by default nor by inheritance. */
  public boolean isGiven(Property<?> property) {
    return written(property) != null;
  }

  /** Whether this group may have a value of its own. */
  private boolean isHere(Property<?> property) {
    return group != null && given.overlay().place(property) >= 0;
  }

  /** The setting as one writes it here. */
  public Property<?> here(Property<?> property) {
    return group != null && isHere(property)
        ? given.overlay().family().of(group, property)
        : property;
  }

  /** The key as one writes it here. */
  public String key(Property<?> property) {
    return here(property).key();
  }

  public void problem(Property<?> property, String message) {
    boolean inherited = !isHere(property) || !isGiven(property);
    boolean told = faulty.contains(property.home());
    if (!isHere(property)) {
      faulty.add(property.home());
    }
    if (group != null && inherited && told) {
      return;
    }
    problems.add(key(property), message, origin(property));
  }

  public void problem(Property<?> property, InvalidValue invalid) {
    problems.add(here(property), invalid, "", origin(property));
  }

  public void warn(String warning) {
    warnings.add(warning);
  }

  private ValueOrigin origin(Property<?> property) {
    RawValue value = written(property);
    return value == null ? ValueOrigin.DEFAULT : value.origin();
  }

  private @Nullable RawValue written(Property<?> property) {
    return isHere(property) ? own.get(given.overlay().place(property)) : given.top(property);
  }
}
