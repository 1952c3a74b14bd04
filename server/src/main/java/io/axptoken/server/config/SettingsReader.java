package io.axptoken.server.config;

import io.axptoken.client.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Turns raw values into typed ones, property by property, and keeps book of where they are from.
 */
final class SettingsReader {
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
  Values read() {
    Catalogue.properties().forEach(this::read);
    return values;
  }

  List<EffectiveSettings.Entry> entries() {
    return List.copyOf(entries);
  }

  private <T> void read(Property<T> property) {
    switch (raw.get(property.key())) {
      case null -> readDefault(property, Origin.DEFAULT);
      case RawValue.Nothing(Origin origin) when property.isList() ->
          problems.add(property.key(), "has no value: write [] for an empty list", origin);
      case RawValue.Nothing(Origin origin) -> readDefault(property, origin);
      case RawValue.Unusable(String what, Origin origin) ->
          problems.add(
              property.key(), "must be " + property.type().syntax() + ", but is " + what, origin);
      case RawValue.Text(String text, Origin origin) ->
          resolve(property, false, List.of(text), origin);
      case RawValue.Items(List<String> items, Origin origin) ->
          resolve(property, true, items, origin);
    }
  }

  private <T> void readDefault(Property<T> property, Origin origin) {
    String text = property.defaultText();
    if (text == null) {
      missing(property, origin);
    } else {
      parse(property, Input.of(text), Origin.DEFAULT);
    }
  }

  private void missing(Property<?> property, Origin origin) {
    problems.add(property.key(), property.missing(), origin);
  }

  private <T> void resolve(Property<T> property, boolean list, List<String> texts, Origin origin) {
    try {
      Input input = interpolation.resolve(list, texts, origin.folder());
      if (property.isRequired() && input.isEmpty()) {
        missing(property, origin);
      } else {
        parse(property, input, origin);
      }
    } catch (InvalidValue e) {
      problems.add(property, e, String.join(", ", texts), origin);
    }
  }

  private <T> void parse(Property<T> property, Input input, Origin origin) {
    try {
      values.put(property, property.type().parse(input));
      entries.add(entry(property, input, origin));
    } catch (InvalidValue e) {
      problems.add(property, e, input.written(), origin);
    }
  }

  private static EffectiveSettings.Entry entry(Property<?> property, Input input, Origin origin) {
    if (!property.isSecret()) {
      String resolved = input.resolved();
      String shown = resolved.isEmpty() ? nothing(property) : Shown.plain(resolved);
      return new EffectiveSettings.Entry(property.key(), shown, origin.where(), false);
    }
    boolean inline = input.parts().stream().noneMatch(Input.Part::isReferred);
    boolean open = origin.isOpen() && inline && !input.isEmpty();
    String shown = input.isEmpty() ? nothing(property) : Secret.REDACTED;
    return new EffectiveSettings.Entry(property.key(), shown, origin.where(), open);
  }

  private static String nothing(Property<?> property) {
    return property.isList() ? "[]" : "\"\"";
  }
}
