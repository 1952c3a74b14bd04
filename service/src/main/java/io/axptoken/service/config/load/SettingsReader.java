package io.axptoken.service.config.load;

import io.axptoken.service.config.schema.Family;
import io.axptoken.service.config.schema.Overlay;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.RawValue;
import io.axptoken.service.config.schema.RawValues;
import io.axptoken.service.config.schema.ValueOrigin;
import io.axptoken.service.config.schema.Values;
import io.axptoken.service.config.type.InvalidValue;
import io.axptoken.service.config.type.UnparsedValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns raw values into typed ones, property by property, and keeps book of where they are from.
 */
public final class SettingsReader {
  private static final Path HERE = Path.of("");

  private final RawValues given;
  private final Overlay overlay;
  private final Family family;
  private final Interpolation interpolation;
  private final Problems problems;
  private final OddTexts odd = new OddTexts();
  private final List<Taken> taken = new ArrayList<>();
  private final Map<String, Parsed> latest = new HashMap<>();

  /** A value that is in order, as it was read. */
  record Taken(Property<?> property, UnparsedValue input, ValueOrigin origin) {}

  /** A value and what it was made of. */
  private record Parsed(UnparsedValue input, Object value) {}

  public SettingsReader(RawValues given, Interpolation interpolation, Problems problems) {
    this.given = given;
    this.overlay = given.overlay();
    this.family = overlay.family();
    this.interpolation = interpolation;
    this.problems = problems;
  }

  /** All values that are in order; the others are problems by now. */
  public Values read(Iterable<Property<?>> properties) {
    return read(properties, Set.of());
  }

  /**
   * As above.
   *
   * @param dispensable required ones that may be missing, and have no value then
   */
  public Values read(Iterable<Property<?>> properties, Set<Property<?>> dispensable) {
    Values values = new Values();
    for (Property<?> property : properties) {
      if (given.isAtTop(property) || !dispensable.contains(property)) {
        read(property, given.top(property), values);
      }
    }
    return values;
  }

  /**
   * The values of a named group, over those that it inherits.
   *
   * @param dispensable as above: what is missing there must be here
   */
  public Values read(String group, Values inherited, Set<Property<?>> dispensable) {
    Values values = new Values(inherited);
    SortedMap<Integer, RawValue> own = given.of(group);
    for (int place : places(own, dispensable)) {
      Property<?> property = family.of(group, overlay.properties().get(place));
      RawValue value = own.get(place);
      if (value == null) {
        missing(property, ValueOrigin.DEFAULT);
      } else {
        read(property, value, values);
      }
    }
    return values;
  }

  /** What a group has and what it must have, in the order of the reference. */
  private Collection<Integer> places(
      SortedMap<Integer, RawValue> own, Set<Property<?>> dispensable) {
    if (dispensable.isEmpty()) {
      return own.keySet();
    }
    Set<Integer> places = new TreeSet<>(own.keySet());
    for (Property<?> property : dispensable) {
      if (!given.isAtTop(property)) {
        places.add(overlay.place(property));
      }
    }
    return places;
  }

  /** The values that are in order, in the order of the reference. */
  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** What is odd about values, good ones and bad ones. */
  List<String> warnings() {
    return odd.warnings();
  }

  private <T> void read(Property<T> property, @Nullable RawValue value, Values values) {
    if (value == null) {
      readDefault(property, ValueOrigin.DEFAULT, values);
    } else if (value instanceof RawValue.Text(String text, ValueOrigin origin)) {
      resolve(property, property.type().written(text, origin.folder()), origin, values);
    } else if (value instanceof RawValue.Items(List<String> items, ValueOrigin origin)) {
      resolve(
          property,
          list(items.stream().map(UnparsedValue.Part::of).toList(), origin),
          origin,
          values);
    } else {
      readUnusual(property, value, values);
    }
  }

  private <T> void readUnusual(Property<T> property, RawValue value, Values values) {
    switch (value) {
      case RawValue.Nothing(ValueOrigin origin) when property.isCollection() ->
          problems.add(property.key(), empty(property), origin);
      case RawValue.Nothing(ValueOrigin origin) -> readDefault(property, origin, values);
      case RawValue.Unusable(String what, ValueOrigin origin) -> unfit(property, what, origin);
      case RawValue.Entries(List<UnparsedValue.Part> parts, ValueOrigin origin)
          when property.isMap() ->
          resolve(property, list(parts, origin), origin, values);
      default -> unfit(property, "a section", value.origin());
    }
  }

  private static UnparsedValue list(List<UnparsedValue.Part> parts, ValueOrigin origin) {
    return new UnparsedValue(true, parts, origin.folder());
  }

  private void unfit(Property<?> property, String what, ValueOrigin origin) {
    problems.add(
        property.key(), "must be " + property.type().syntax() + ", but is " + what, origin);
  }

  private static String empty(Property<?> property) {
    return property.isMap()
        ? "has no value: write {} for none"
        : "has no value: write [] for an empty list";
  }

  private <T> void readDefault(Property<T> property, ValueOrigin origin, Values values) {
    String text = property.defaultText();
    if (property.isOfGroup()) {
      problems.add(property.key(), "has no value: give it one, or remove the key", origin);
    } else if (text == null) {
      missing(property, origin);
    } else {
      parse(property, property.type().written(text, HERE), ValueOrigin.DEFAULT, values);
    }
  }

  private void missing(Property<?> property, ValueOrigin origin) {
    problems.add(property.key(), property.missing(), origin);
  }

  private <T> void resolve(
      Property<T> property, UnparsedValue written, ValueOrigin origin, Values values) {
    try {
      UnparsedValue input = interpolation.resolve(written);
      odd.look(property, input, origin);
      if (property.isRequired() && input.isEmpty()) {
        missing(property, origin);
      } else {
        parse(property, input, origin, values);
      }
    } catch (InvalidValue e) {
      problems.add(property, e, written.written(), origin);
    }
  }

  private <T> void parse(
      Property<T> property, UnparsedValue input, ValueOrigin origin, Values values) {
    try {
      values.put(property, parsed(property, input));
      taken.add(new Taken(property, input, origin));
    } catch (InvalidValue e) {
      problems.add(property, e, input.written(), origin);
    }
  }

  /** Many groups write the same as the one before them, such as the platform's host. */
  @SuppressWarnings("unchecked") // What a property's type has made.
  private <T> T parsed(Property<T> property, UnparsedValue input) throws InvalidValue {
    Parsed before = latest.get(property.home());
    if (before != null && before.input().isSameText(input)) {
      return (T) before.value();
    }
    T value = property.type().parse(input);
    latest.put(property.home(), new Parsed(input, value));
    return value;
  }
}
