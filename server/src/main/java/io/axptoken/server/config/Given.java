package io.axptoken.server.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the operator has written, by where it stands: outside the named groups, or in one of them.
 * Values of a group are found without making their keys, as there may be thousands.
 */
final class Given {
  private final Overlay overlay;
  private final Map<String, RawValue> raw;
  private final Map<String, SortedMap<Integer, RawValue>> named = new LinkedHashMap<>();

  Given(Overlay overlay, Map<String, RawValue> raw) {
    this.overlay = overlay;
    this.raw = raw;
    raw.forEach(this::sort);
  }

  private void sort(String key, RawValue value) {
    String name = overlay.nameIn(key);
    if (name != null) {
      SortedMap<Integer, RawValue> own = named.computeIfAbsent(name, _ -> new TreeMap<>());
      int place = overlay.place(key, name);
      if (place >= 0) {
        own.put(place, value);
      }
    }
  }

  /** What a named group may have of its own. */
  Overlay overlay() {
    return overlay;
  }

  /** The named groups that the configuration file has, in its order. */
  List<String> groups() {
    return List.copyOf(named.keySet());
  }

  /** The values of a named group by the {@linkplain Overlay#place places} of their settings. */
  SortedMap<Integer, RawValue> of(String group) {
    return named.getOrDefault(group, new TreeMap<>());
  }

  /** What was written of a setting outside the named groups, if anything was. */
  @Nullable RawValue top(Property<?> property) {
    return raw.get(property.key());
  }

  /** Whether a setting has a value there, be it a good one or a bad one. */
  boolean isAtTop(Property<?> property) {
    RawValue value = top(property);
    return value != null && !value.isNothing();
  }
}
