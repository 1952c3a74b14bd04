package io.axptoken.sandbox.steering;

import io.axptoken.sandbox.platform.Violation;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a steering request, read one by one; what is wrong with them adds up. */
final class Fields {
  private final JsonObject json;
  private final List<Violation> violations = new ArrayList<>();

  Fields(JsonObject json) {
    this.json = json;
  }

  /** What is wrong so far. */
  List<Violation> violations() {
    return List.copyOf(violations);
  }

  boolean has(String name) {
    return json.getValue(name) != null;
  }

  /** One of these words, which stand for values. */
  <T> Optional<T> choice(String name, Map<String, T> choices) {
    @Nullable Object value = json.getValue(name);
    if (value instanceof String word && choices.containsKey(word)) {
      return Optional.ofNullable(choices.get(word));
    }
    return wrong(name, value, "must be one of: " + sorted(choices.keySet()));
  }

  /** A whole number in this range. */
  Optional<Long> whole(String name, long min, long max) {
    @Nullable Object value = json.getValue(name);
    if (value instanceof Integer || value instanceof Long) {
      long number = ((Number) value).longValue();
      if (number >= min && number <= max) {
        return Optional.of(number);
      }
    }
    return wrong(name, value, "must be a whole number from " + min + " to " + max);
  }

  /** Any number from 0 to 100. */
  Optional<Double> percent(String name) {
    @Nullable Object value = json.getValue(name);
    if (value instanceof Number number
        && number.doubleValue() >= 0
        && number.doubleValue() <= 100) {
      return Optional.of(number.doubleValue());
    }
    return wrong(name, value, "must be a number from 0 to 100");
  }

  /** A text that is not empty. */
  Optional<String> text(String name) {
    @Nullable Object value = json.getValue(name);
    return value instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : wrong(name, value, "must be a text");
  }

  /** A JSON object. */
  Optional<JsonObject> object(String name) {
    @Nullable Object value = json.getValue(name);
    return value instanceof JsonObject object
        ? Optional.of(object)
        : wrong(name, value, "must be a JSON object");
  }

  /** Says that a field has no place unless it is one of these. */
  void allowOnly(Collection<String> names) {
    for (String name : json.fieldNames()) {
      if (!names.contains(name)) {
        add(name, "has no place here; these have: " + sorted(names), Violation.UNKNOWN);
      }
    }
  }

  void add(String name, String message, int code) {
    violations.add(new Violation(name, message, code));
  }

  private <T> Optional<T> wrong(String name, @Nullable Object value, String rule) {
    add(name, rule, value == null ? Violation.MISSING : Violation.WRONG_FORMAT);
    return Optional.empty();
  }

  private static String sorted(Collection<String> words) {
    return String.join(", ", words.stream().sorted().toList());
  }
}
