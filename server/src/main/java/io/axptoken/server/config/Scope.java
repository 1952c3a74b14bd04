package io.axptoken.server.config;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of one integration while rules are checked that concern more than one of them. What an
 * integration inherits together with its fault is told of once, where it stands.
 */
final class Scope {
  private final @Nullable String integration;
  private final Values values;
  private final Map<String, RawValue> raw;
  private final Problems problems;
  private final List<String> warnings;
  private final Set<String> faulty;

  private Scope(
      @Nullable String integration,
      Values values,
      Map<String, RawValue> raw,
      Problems problems,
      List<String> warnings,
      Set<String> faulty) {
    this.integration = integration;
    this.values = values;
    this.raw = raw;
    this.problems = problems;
    this.warnings = warnings;
    this.faulty = faulty;
  }

  /** The values outside the named integrations. */
  static Scope top(
      Values values, Map<String, RawValue> raw, Problems problems, List<String> warnings) {
    return new Scope(null, values, raw, problems, warnings, new HashSet<>());
  }

  /** The values of a named integration. */
  Scope named(String name, Values own) {
    return new Scope(name, own, raw, problems, warnings, faulty);
  }

  /** The value in force; {@code null} if it is a problem already. */
  <T> @Nullable T find(Property<T> property) {
    return values.find(property);
  }

  /** Whether somebody set it here: neither by default nor by inheritance. */
  boolean isGiven(Property<?> property) {
    return raw.containsKey(key(property));
  }

  /** Whether this integration may have a value of its own. */
  private boolean isHere(Property<?> property) {
    return integration != null && Overlay.suffix(property.home()) != null;
  }

  /** The setting as one writes it here. */
  Property<?> here(Property<?> property) {
    return isHere(property) ? property.of(String.valueOf(integration)) : property;
  }

  /** The key as one writes it here. */
  String key(Property<?> property) {
    return here(property).key();
  }

  void problem(Property<?> property, String message) {
    boolean inherited = !isHere(property) || !isGiven(property);
    boolean told = faulty.contains(property.home());
    if (!isHere(property)) {
      faulty.add(property.home());
    }
    if (integration != null && inherited && told) {
      return;
    }
    problems.add(key(property), message, origin(property));
  }

  void problem(Property<?> property, InvalidValue invalid) {
    problems.add(here(property), invalid, "", origin(property));
  }

  void warn(String warning) {
    warnings.add(warning);
  }

  private Origin origin(Property<?> property) {
    RawValue value = raw.get(key(property));
    return value == null ? Origin.DEFAULT : value.origin();
  }
}
