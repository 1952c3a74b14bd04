package io.axptoken.service.config.schema;

import io.axptoken.service.config.type.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every section and every setting there is. */
public final class Catalogue {
  private final List<Section> sections;
  private final Map<String, Property<?>> byKey = new LinkedHashMap<>();
  private final Set<String> groups = new LinkedHashSet<>();
  private final Overlay overlay;
  private final List<String> names;

  public Catalogue(Section... sections) {
    this(Family.NONE, sections);
  }

  /** With named groups. */
  public Catalogue(Family family, Section... sections) {
    this.overlay = new Overlay(family);
    this.sections = List.of(sections);
    for (Section section : sections) {
      groups.add(section.name());
      section.properties().forEach(this::add);
    }
    this.names = new ArrayList<>(groups);
    names.addAll(byKey.keySet());
  }

  private void add(Property<?> property) {
    byKey.put(property.key(), property);
    overlay.add(property);
    int dot = property.key().lastIndexOf('.');
    for (; dot > 0; dot = property.key().lastIndexOf('.', dot - 1)) {
      groups.add(property.key().substring(0, dot));
    }
  }

  public List<Section> sections() {
    return sections;
  }

  public Iterable<Property<?>> properties() {
    return byKey.values();
  }

  public Stream<Property<?>> stream() {
    return byKey.values().stream();
  }

  /** What a named group may override. */
  public Overlay overlay() {
    return overlay;
  }

  public @Nullable Property<?> find(String key) {
    Property<?> property = byKey.get(key);
    return property == null ? overlay.find(key) : property;
  }

  /** Whether it is the key of a setting. */
  public boolean has(String key) {
    return byKey.containsKey(key) || overlay.has(key);
  }

  /** Whether settings stand below the key; sections may stand in sections. */
  public boolean isSection(String key) {
    return groups.contains(key) || overlay.isSection(key);
  }

  /** What is wrong with a key that does not exist, with the nearest one that does. */
  public String unknown(String key) {
    if (isSection(key)) {
      return "is a section: name one of its settings";
    }
    String group = overlay.nameIn(key);
    if (group != null) {
      return overlay.unknown(key, group);
    }
    String nearest = Nearest.key(key, names);
    return nearest == null
        ? "is not a known setting: remove it, or see the configuration reference"
        : "is not a known setting: did you mean " + nearest + "?";
  }
}
