package io.axptoken.sandbox.fcm;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message on its way.
 *
 * @param json as it was sent
 */
record Outgoing(JsonObject json) {
  /** All whom it names; a good message names one. */
  List<Target> targets() {
    return Arrays.stream(Target.Kind.values())
        .filter(kind -> json.getValue(kind.field()) instanceof String)
        .map(kind -> new Target(kind, json.getString(kind.field())))
        .toList();
  }

  /** Its data, as far as they are text. */
  Map<String, String> data() {
    Map<String, String> data = new LinkedHashMap<>();
    if (json.getValue("data") instanceof JsonObject object) {
      object.forEach(each -> {
        if (each.getValue() instanceof String text) {
          data.put(each.getKey(), text);
        }
      });
    }
    return data;
  }
}
