package io.axptoken.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns raw values into typed ones, property by property, and keeps book of where they are from.
 */
final class SettingsReader {
  private static final Path HERE = Path.of("");

  private final Map<String, RawValue> raw;
  private final Interpolation interpolation;
  private final Problems problems;
  private final List<EffectiveSettings.Entry> entries = new ArrayList<>();
  private final List<Taken> taken = new ArrayList<>();

  /** A value that is in order, as it was read. */
  record Taken(Property<?> property, Input input, Origin origin) {}

  SettingsReader(Map<String, RawValue> raw, Interpolation interpolation, Problems problems) {
    this.raw = raw;
    this.interpolation = interpolation;
    this.problems = problems;
  }

  /** All values that are in order; the others are problems by now. */
  Values read(Iterable<Property<?>> properties) {
    return read(properties, Set.of());
  }

  /**
   * As above.
   *
   * @param dispensable required ones that may be missing, and have no value then
   */
  Values read(Iterable<Property<?>> properties, Set<Property<?>> dispensable) {
    Values values = new Values();
    for (Property<?> property : properties) {
      if (isGiven(property) || !dispensable.contains(property)) {
        read(property, values);
      }
    }
    return values;
  }

  /**
   * The values of a named integration, over those that it inherits.
   *
   * @param dispensable as above: what is missing there must be here
   */
  Values read(String integration, Overlay overlay, Values inherited, Set<Property<?>> dispensable) {
    Values values = new Values(inherited);
    String prefix = Overlay.SECTION + "." + integration + ".";
    overlay
        .bySuffix()
        .forEach((suffix, property) -> {
          if (raw.containsKey(prefix.concat(suffix))) {
            read(property.of(integration), values);
          } else if (dispensable.contains(property) && !isGiven(property)) {
            missing(property.of(integration), Origin.DEFAULT);
          }
        });
    return values;
  }

  /** Whether it has a value of its own, be it a good one or a bad one. */
  boolean isGiven(Property<?> property) {
    return switch (raw.get(property.key())) {
      case null -> false;
      case RawValue.Nothing _ -> false;
      case RawValue.Text(String text, _) -> !text.isEmpty();
      default -> true;
    };
  }

  List<EffectiveSettings.Entry> entries() {
    return List.copyOf(entries);
  }

  /** The values that are in order, in the order of the reference. */
  List<Taken> taken() {
    return List.copyOf(taken);
  }

  private <T> void read(Property<T> property, Values values) {
    switch (raw.get(property.key())) {
      case null -> readDefault(property, Origin.DEFAULT, values);
      case RawValue.Nothing(Origin origin) when property.isCollection() ->
          problems.add(property.key(), empty(property), origin);
      case RawValue.Nothing(Origin origin) -> readDefault(property, origin, values);
      case RawValue.Unusable(String what, Origin origin) -> unfit(property, what, origin);
      case RawValue.Entries(_, Origin origin) when !property.isMap() ->
          unfit(property, "a section", origin);
      case RawValue.Text(String text, Origin origin) ->
          resolve(property, property.type().written(text, origin.folder()), origin, values);
      case RawValue.Items(List<String> items, Origin origin) ->
          resolve(
              property, list(items.stream().map(Input.Part::of).toList(), origin), origin, values);
      case RawValue.Entries(List<Input.Part> parts, Origin origin) ->
          resolve(property, list(parts, origin), origin, values);
    }
  }

  private static Input list(List<Input.Part> parts, Origin origin) {
    return new Input(true, parts, origin.folder());
  }

  private void unfit(Property<?> property, String what, Origin origin) {
    problems.add(
        property.key(), "must be " + property.type().syntax() + ", but is " + what, origin);
  }

  private static String empty(Property<?> property) {
    return property.isMap()
        ? "has no value: write {} for none"
        : "has no value: write [] for an empty list";
  }

  private <T> void readDefault(Property<T> property, Origin origin, Values values) {
    String text = property.defaultText();
    if (property.isOfIntegration()) {
      problems.add(property.key(), "has no value: give it one, or remove the key", origin);
    } else if (text == null) {
      missing(property, origin);
    } else {
      parse(property, property.type().written(text, HERE), Origin.DEFAULT, values);
    }
  }

  private void missing(Property<?> property, Origin origin) {
    problems.add(property.key(), property.missing(), origin);
  }

  private <T> void resolve(Property<T> property, Input written, Origin origin, Values values) {
    try {
      Input input = interpolation.resolve(written);
      if (property.isRequired() && input.isEmpty()) {
        missing(property, origin);
      } else {
        parse(property, input, origin, values);
      }
    } catch (InvalidValue e) {
      problems.add(property, e, written.written(), origin);
    }
  }

  private <T> void parse(Property<T> property, Input input, Origin origin, Values values) {
    try {
      values.put(property, property.type().parse(input));
      entries.add(EffectiveSettings.entry(property, input, origin));
      taken.add(new Taken(property, input, origin));
    } catch (InvalidValue e) {
      problems.add(property, e, input.written(), origin);
    }
  }
}
