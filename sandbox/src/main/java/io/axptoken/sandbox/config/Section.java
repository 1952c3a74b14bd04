package io.axptoken.sandbox.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A mapping in the file, read key by key; what is wrong with it goes into a shared list. */
final class Section {
  private final String path;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private final List<String> problems;

  /** Reads what stands at that path; anything but a mapping is a problem. */
  Section(String path, @Nullable Object content, List<String> problems) {
    this.path = path;
    this.problems = problems;
    if (content instanceof Map<?, ?> map) {
      map.forEach((key, value) -> values.put(String.valueOf(key), value));
    } else {
      problems.add((path.isEmpty() ? "the file" : path) + ": must be keys with values");
    }
  }

  /** Says that keys are unknown unless they are among these. */
  void allowOnly(List<String> keys) {
    for (String key : values.keySet()) {
      if (!keys.contains(key)) {
        problems.add(at(key) + ": unknown key; known are " + String.join(", ", keys));
      }
    }
  }

  /** The text, or the default where there is none; the values of secrets are not repeated. */
  String text(String key, String defaultValue, Predicate<String> rule, String hint) {
    @Nullable Object value = values.get(key);
    if (value == null) {
      return defaultValue;
    }
    if (value instanceof String text && rule.test(text)) {
      return text;
    }
    problems.add(at(key) + ": " + hint);
    return defaultValue;
  }

  /** The whole number, or the default where there is none. */
  int whole(String key, int defaultValue, int min, int max) {
    @Nullable Object value = values.get(key);
    if (value == null) {
      return defaultValue;
    }
    if (value instanceof Integer number && number >= min && number <= max) {
      return number;
    }
    problems.add(at(key) + ": must be a whole number from " + min + " to " + max);
    return defaultValue;
  }

  /** The items of a list, or null where there is none. */
  @Nullable List<?> list(String key) {
    @Nullable Object value = values.get(key);
    if (value == null) {
      return null;
    }
    if (value instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    problems.add(at(key) + ": must be a list with at least one item");
    return null;
  }

  /** The texts of a list; none where there is none. */
  List<String> texts(String key, Predicate<String> rule, String hint) {
    List<String> texts = new ArrayList<>();
    for (Object item : Objects.requireNonNullElse(list(key), List.of())) {
      if (item instanceof String text && rule.test(text)) {
        texts.add(text);
      } else {
        problems.add(at(key) + ": " + hint);
      }
    }
    return texts;
  }

  /** The mapping at that key, if there is one. */
  Optional<Section> section(String key) {
    return values.get(key) == null
        ? Optional.empty()
        : Optional.of(new Section(at(key), values.get(key), problems));
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
