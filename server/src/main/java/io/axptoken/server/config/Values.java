package io.axptoken.server.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parsed values by property; a property whose value is faulty has none. */
final class Values {
  private final Map<Property<?>, Object> byProperty = new HashMap<>();

  <T> void put(Property<T> property, T value) {
    byProperty.put(property, Objects.requireNonNull(value));
  }

  /** The value of a property that is known to be in order. */
  <T> T get(Property<T> property) {
    return Objects.requireNonNull(find(property), property.key());
  }

  @SuppressWarnings("unchecked") // put() takes only what the property's type makes.
  <T> @Nullable T find(Property<T> property) {
    return (T) byProperty.get(property);
  }
}
