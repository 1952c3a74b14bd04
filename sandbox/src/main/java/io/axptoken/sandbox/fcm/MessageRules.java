package io.axptoken.sandbox.fcm;

import io.axptoken.sandbox.platform.GoogleError;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a message has to keep to; what is wrong adds up. */
final class MessageRules {
  /** The most that data and notification may have, in bytes of UTF-8, keys and values. */
  static final int MAX_BYTES = 4096;

  private static final int MAX_TOPIC_BYTES = 2048;
  private static final Set<String> REQUEST = Set.of("validate_only", "validateOnly", "message");
  private static final Set<String> MESSAGE =
      Set.of(
          "name",
          "data",
          "notification",
          "android",
          "webpush",
          "apns",
          "fcm_options",
          "fcmOptions",
          "token",
          "fid",
          "topic",
          "condition");
  private static final Set<String> NOTIFICATION = Set.of("title", "body", "image");

  private final List<GoogleError.Field> wrong = new ArrayList<>();

  private MessageRules() {}

  /** Everything that is wrong with the body of a request to send. */
  static List<GoogleError.Field> violations(JsonObject body) {
    MessageRules rules = new MessageRules();
    rules.request(body);
    return rules.wrong;
  }

  private void request(JsonObject body) {
    only(body, "", REQUEST);
    for (String flag : List.of("validate_only", "validateOnly")) {
      if (body.getValue(flag) != null && !(body.getValue(flag) instanceof Boolean)) {
        add(flag, "must be true or false");
      }
    }
    if (body.getValue("message") instanceof JsonObject message) {
      message(message);
    } else {
      add("message", "must be an object");
    }
  }

  private void message(JsonObject message) {
    only(message, "message.", MESSAGE);
    target(message);
    texts(message, "message.", "data").ifPresent(this::keys);
    texts(message, "message.", "notification")
        .ifPresent(notification -> only(notification, "message.notification.", NOTIFICATION));
    object(message, "message.", "android").ifPresent(new AndroidRules(this::add)::check);
    object(message, "message.", "apns").ifPresent(new ApnsRules(this::add)::check);
    size(message);
  }

  private void target(JsonObject message) {
    List<String> named =
        Arrays.stream(Target.Kind.values())
            .map(Target.Kind::field)
            .filter(message::containsKey)
            .toList();
    if (named.size() != 1) {
      add("message", "must have one of token, fid, topic and condition, not " + named.size());
    }
    for (String field : named) {
      if (!(message.getValue(field) instanceof String text) || text.isEmpty()) {
        add("message." + field, "must be a text");
      }
    }
  }

  private void keys(JsonObject data) {
    for (String key : data.fieldNames()) {
      if (key.equals("from") || key.equals("gcm") || key.startsWith("google")) {
        add("message.data", "the key " + key + " is reserved");
      }
    }
  }

  private void size(JsonObject message) {
    int bytes =
        Stream.of("data", "notification")
            .map(message::getValue)
            .mapToInt(MessageRules::bytes)
            .sum();
    boolean shared = message.containsKey("topic") || message.containsKey("condition");
    int most = shared ? MAX_TOPIC_BYTES : MAX_BYTES;
    if (bytes > most) {
      add("message", "is too big: " + bytes + " bytes of " + most);
    }
  }

  private static int bytes(@Nullable Object texts) {
    int sum = 0;
    if (texts instanceof JsonObject object) {
      for (Map.Entry<String, Object> each : object) {
        sum += utf8(each.getKey()) + utf8(String.valueOf(each.getValue()));
      }
    }
    return sum;
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The object of that name, whose values all have to be texts. */
  private Optional<JsonObject> texts(JsonObject parent, String path, String name) {
    Optional<JsonObject> found = object(parent, path, name);
    found.ifPresent(object -> {
      for (Map.Entry<String, Object> each : object) {
        if (!(each.getValue() instanceof String)) {
          add(path + name + "." + each.getKey(), "must be a text");
        }
      }
    });
    return found;
  }

  private Optional<JsonObject> object(JsonObject parent, String path, String name) {
    @Nullable Object value = parent.getValue(name);
    if (value != null && !(value instanceof JsonObject)) {
      add(path + name, "must be an object");
    }
    return value instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }

  private void only(JsonObject object, String path, Set<String> names) {
    for (String name : object.fieldNames()) {
      if (!names.contains(name)) {
        add(path + name, "is no field that there is");
      }
    }
  }

  private void add(String field, String description) {
    wrong.add(new GoogleError.Field(field, description));
  }
}
