package io.axptoken.service.config.load;

import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.type.Choice;
import io.axptoken.service.config.type.DisplayText;
import io.axptoken.service.config.type.Rate;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What settings would protect less, in words without secrets. */
final class Losses {
  private static final int MOST_NAMED = 20;

  private final Set<String> found = new LinkedHashSet<>();

  /** A value that protects less than the one before it. */
  void add(Property<?> property, Object now, Object next) {
    note(
        property.key(),
        "protect less: "
            + (property.isSecret()
                ? "it would be empty"
                : "it would be " + shown(next) + " instead of " + shown(now)));
  }

  /** An inherited value that takes the place of its own. */
  void shared(Property<?> property) {
    note(property.key(), "protect less: it would be inherited instead of its own");
  }

  /** A value that a new group brings along, which is called by its noun and its name. */
  void brought(Property<?> property, String group, Object value) {
    note(
        property.key(),
        "be %s for the new %s, and is so for none in force".formatted(shown(value), group));
  }

  private void note(String key, String what) {
    found.add(key + " would " + what);
  }

  /** Each in a sentence. */
  List<String> list() {
    int more = found.size() - MOST_NAMED;
    return more <= 0
        ? List.copyOf(found)
        : Stream.concat(found.stream().limit(MOST_NAMED), Stream.of("and " + more + " more"))
            .toList();
  }

  private static String shown(Object value) {
    return DisplayText.plain(written(value));
  }

  private static String written(Object value) {
    return switch (value) {
      case Collection<?> entries -> joined(entries);
      case Map<?, ?> entries -> joined(entries.entrySet());
      case Optional<?> optional -> optional.map(Losses::written).orElse("empty");
      case Enum<?> constant -> Choice.name(constant);
      case Duration time -> time(time);
      case Rate(int requests, Duration period) -> requests + " in " + time(period);
      default -> value.toString().isEmpty() ? "empty" : value.toString();
    };
  }

  private static String time(Duration time) {
    long seconds = time.toSeconds();
    return seconds % 86_400 == 0
        ? seconds / 86_400 + " days"
        : seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }

  private static String joined(Collection<?> entries) {
    return entries.isEmpty()
        ? "empty"
        : entries.stream().map(Losses::written).collect(Collectors.joining(", "));
  }
}
