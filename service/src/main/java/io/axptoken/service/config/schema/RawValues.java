package io.axptoken.service.config.schema;

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
public final class RawValues {
  private final Overlay overlay;
  private final Map<String, RawValue> raw;
  private final Map<String, SortedMap<Integer, RawValue>> named = new LinkedHashMap<>();

  public RawValues(Overlay overlay, Map<String, RawValue> raw) {
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
  public Overlay overlay() {
    return overlay;
  }

  /** The named groups that the configuration file has, in its order. */
  public List<String> groups() {
    return List.copyOf(named.keySet());
  }

  /** The values of a named group by the {@linkplain Overlay#place places} of their settings. */
  public SortedMap<Integer, RawValue> of(String group) {
    return named.getOrDefault(group, new TreeMap<>());
  }

  /** What was written of a setting outside the named groups, if anything was. */
  public @Nullable RawValue top(Property<?> property) {
    return raw.get(property.key());
  }

  /** Whether a setting has a value there, be it a good one or a bad one. */
  public boolean isAtTop(Property<?> property) {
    RawValue value = top(property);
    return value != null && !value.isNothing();
  }
}
