package io.axptoken.server.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the operator has written, by where it stands: outside the named integrations, or in one of
 * them. Values of an integration are found without making their keys, as there may be thousands.
 */
final class Given {
  private static final Overlay OVERLAY = Catalogue.SERVER.overlay();

  private final Map<String, RawValue> raw;
  private final Map<String, SortedMap<Integer, RawValue>> named = new LinkedHashMap<>();

  Given(Map<String, RawValue> raw) {
    this.raw = raw;
    raw.forEach(this::sort);
  }

  private void sort(String key, RawValue value) {
    String name = Overlay.nameIn(key);
    if (name != null) {
      SortedMap<Integer, RawValue> own = named.computeIfAbsent(name, _ -> new TreeMap<>());
      int place = OVERLAY.place(key, name);
      if (place >= 0) {
        own.put(place, value);
      }
    }
  }

  /** The integrations that the configuration file has, in its order. */
  List<String> integrations() {
    return List.copyOf(named.keySet());
  }

  /**
   * The values of a named integration by the {@linkplain Overlay#place places} of their settings.
   */
  SortedMap<Integer, RawValue> of(String integration) {
    return named.getOrDefault(integration, new TreeMap<>());
  }

  /** What was written of a setting outside the named integrations, if anything was. */
  @Nullable RawValue top(Property<?> property) {
    return raw.get(property.key());
  }

  /** Whether a setting has a value there, be it a good one or a bad one. */
  boolean isAtTop(Property<?> property) {
    RawValue value = top(property);
    return value != null && !value.isNothing();
  }
}
