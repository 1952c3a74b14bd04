package io.axptoken.service.config.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parsed values by setting; one whose value is faulty has none. */
public final class Values {
  private final Map<String, Object> byHome = new HashMap<>();
  private final @Nullable Values inherited;

  public Values() {
    this(null);
  }

  /** Values of a group; those that it does not have are inherited. */
  public Values(@Nullable Values inherited) {
    this.inherited = inherited;
  }

  /** Whether a setting of that section has a value here that is not inherited. */
  public boolean hasOwnIn(Section section) {
    for (String home : byHome.keySet()) {
      if (home.startsWith(section.name())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the value is no inherited one. */
  public boolean hasOwn(Property<?> property) {
    return byHome.containsKey(property.home());
  }

  public <T> void put(Property<T> property, T value) {
    byHome.put(property.home(), Objects.requireNonNull(value));
  }

  /** The value of a property that is known to be in order. */
  public <T> T get(Property<T> property) {
    return Objects.requireNonNull(find(property), property.key());
  }

  @SuppressWarnings("unchecked") // put() takes only what the property's type makes.
  public <T> @Nullable T find(Property<T> property) {
    T own = (T) byHome.get(property.home());
    return own == null && inherited != null ? inherited.find(property) : own;
  }
}
