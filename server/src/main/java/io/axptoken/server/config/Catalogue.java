package io.axptoken.server.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every section and every setting there is. */
final class Catalogue {
  static final List<Section> SECTIONS =
      List.of(
          ServerSection.SECTION,
          ManagementSection.SECTION,
          AxpSection.SECTION,
          IntegrationsSection.SECTION,
          IdentitySection.SECTION,
          LimitsSection.SECTION,
          TokensSection.SECTION,
          LoggingSection.SECTION);

  private static final Map<String, Property<?>> BY_KEY = byKey();
  private static final List<String> NAMES =
      Stream.concat(SECTIONS.stream().map(Section::name), BY_KEY.keySet().stream()).toList();

  private Catalogue() {}

  static Iterable<Property<?>> properties() {
    return BY_KEY.values();
  }

  static Stream<Property<?>> stream() {
    return BY_KEY.values().stream();
  }

  static @Nullable Property<?> find(String key) {
    return BY_KEY.get(key);
  }

  static boolean isSection(String key) {
    return SECTIONS.stream().anyMatch(section -> section.name().equals(key));
  }

  /** What is wrong with a key that does not exist, with the nearest one that does. */
  static String unknown(String key) {
    if (isSection(key)) {
      return "is a section: name one of its settings";
    }
    String nearest = Nearest.key(key, NAMES);
    return nearest == null
        ? "is not a known setting: remove it, or see the configuration reference"
        : "is not a known setting: did you mean " + nearest + "?";
  }

  private static Map<String, Property<?>> byKey() {
    Map<String, Property<?>> found = new LinkedHashMap<>();
    for (Section section : SECTIONS) {
      section.properties().forEach(property -> found.put(property.key(), property));
    }
    return found;
  }
}
