package io.axptoken.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Turns raw values into typed ones, property by property, and keeps book of where they are from.
 */
final class SettingsReader {
  private static final Path HERE = Path.of("");

  private final Map<String, RawValue> raw;
  private final Interpolation interpolation;
  private final Problems problems;
  private final Values values = new Values();
  private final List<EffectiveSettings.Entry> entries = new ArrayList<>();

  SettingsReader(Map<String, RawValue> raw, Interpolation interpolation, Problems problems) {
    this.raw = raw;
    this.interpolation = interpolation;
    this.problems = problems;
  }

  /** All values that are in order; the others are problems by now. */
  Values read(Iterable<Property<?>> properties) {
    properties.forEach(this::read);
    return values;
  }

  List<EffectiveSettings.Entry> entries() {
    return List.copyOf(entries);
  }

  private <T> void read(Property<T> property) {
    switch (raw.get(property.key())) {
      case null -> readDefault(property, Origin.DEFAULT);
      case RawValue.Nothing(Origin origin) when property.isCollection() ->
          problems.add(property.key(), empty(property), origin);
      case RawValue.Nothing(Origin origin) -> readDefault(property, origin);
      case RawValue.Unusable(String what, Origin origin) -> unfit(property, what, origin);
      case RawValue.Entries(_, Origin origin) when !property.isMap() ->
          unfit(property, "a section", origin);
      case RawValue.Text(String text, Origin origin) ->
          resolve(property, property.type().written(text, origin.folder()), origin);
      case RawValue.Items(List<String> items, Origin origin) ->
          resolve(property, list(items.stream().map(Input.Part::of).toList(), origin), origin);
      case RawValue.Entries(List<Input.Part> parts, Origin origin) ->
          resolve(property, list(parts, origin), origin);
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

  private <T> void readDefault(Property<T> property, Origin origin) {
    String text = property.defaultText();
    if (text == null) {
      missing(property, origin);
    } else {
      parse(property, property.type().written(text, HERE), Origin.DEFAULT);
    }
  }

  private void missing(Property<?> property, Origin origin) {
    problems.add(property.key(), property.missing(), origin);
  }

  private <T> void resolve(Property<T> property, Input written, Origin origin) {
    try {
      Input input = interpolation.resolve(written);
      if (property.isRequired() && input.isEmpty()) {
        missing(property, origin);
      } else {
        parse(property, input, origin);
      }
    } catch (InvalidValue e) {
      problems.add(property, e, written.written(), origin);
    }
  }

  private <T> void parse(Property<T> property, Input input, Origin origin) {
    try {
      values.put(property, property.type().parse(input));
      entries.add(EffectiveSettings.entry(property, input, origin));
    } catch (InvalidValue e) {
      problems.add(property, e, input.written(), origin);
    }
  }
}
