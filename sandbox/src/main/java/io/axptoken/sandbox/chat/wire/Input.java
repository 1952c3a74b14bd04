package io.axptoken.sandbox.chat.wire;

import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.platform.Violation;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a body or a query, read one by one; what is wrong with them adds up. */
final class Input {
  private static final int MAX_ENTRIES = 20;
  private static final int MAX_KEY = 64;
  private static final int MAX_VALUE = 256;

  private final JsonObject json;
  private final String path;
  private final List<Violation> violations;

  Input(JsonObject json) {
    this(json, "", new ArrayList<>());
  }

  private Input(JsonObject json, String path, List<Violation> violations) {
    this.json = json;
    this.path = path;
    this.violations = violations;
  }

  List<Violation> violations() {
    return violations;
  }

  void add(String name, String message, int code) {
    violations.add(new Violation(path + name, message, code));
  }

  /** A text of that many UTF-16 units at most, if there is one. */
  Optional<String> text(String name, int min, int max) {
    @Nullable Object value = json.getValue(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof String text)) {
      add(name, "must be a text", Violation.WRONG_TYPE);
      return Optional.empty();
    }
    if (text.length() < min || text.length() > max) {
      add(name, "must have " + min + " to " + max + " characters", Violation.WRONG_SIZE);
    }
    return Optional.of(text);
  }

  /** The same, which must be there; empty text otherwise. */
  String required(String name, int min, int max) {
    if (json.getValue(name) == null) {
      add(name, "must be present", Violation.MISSING);
    }
    return text(name, min, max).orElse("");
  }

  /** One of these words. */
  String choice(String name, String defaultValue, List<String> words) {
    String word = text(name, 0, MAX_VALUE).orElse(defaultValue);
    if (!words.contains(word)) {
      add(name, "must be one of: " + String.join(", ", words), Violation.WRONG_FORMAT);
    }
    return word;
  }

  Optional<String> uuid(String name) {
    Optional<String> text = text(name, 0, MAX_VALUE);
    if (text.isPresent() && !SandboxAccount.isUuid(text.get())) {
      add(name, "must be a UUID", Violation.WRONG_FORMAT);
    }
    return text;
  }

  /** A whole number, written as text; the default where there is none. */
  int whole(String name, int defaultValue, int min, int max) {
    String text = json.getString(name, String.valueOf(defaultValue));
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    }
    add(name, "must be a whole number from " + min + " to " + max, Violation.OUT_OF_RANGE);
    return defaultValue;
  }

  /** An object of texts; empty where there is none. */
  Map<String, String> texts(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    Input fields = object(name);
    for (String key : fields.json.fieldNames()) {
      fields.text(key, 0, MAX_VALUE).ifPresent(text -> texts.put(key, text));
      if (key.length() > MAX_KEY) {
        add(name, "must have names of at most 64 characters", Violation.WRONG_SIZE);
      }
    }
    if (texts.size() > MAX_ENTRIES) {
      add(name, "must have at most 20 entries", Violation.WRONG_SIZE);
    }
    return texts;
  }

  /** The fields of an object; none where there is none. */
  Input object(String name) {
    @Nullable Object value = json.getValue(name);
    if (value != null && !(value instanceof JsonObject)) {
      add(name, "must be an object", Violation.WRONG_TYPE);
    }
    JsonObject fields = value instanceof JsonObject object ? object : new JsonObject();
    return new Input(fields, path + name + ".", violations);
  }
}
