package io.axptoken.sandbox.fcm;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a message may say to Apple's devices.
 *
 * @param wrong takes the path and what is wrong there
 */
record ApnsRules(BiConsumer<String, String> wrong) {
  private static final int MAX_COLLAPSE_BYTES = 64;

  void check(JsonObject apns) {
    @Nullable Object payload = apns.getValue("payload");
    if (payload != null && !(payload instanceof JsonObject)) {
      wrong.accept("message.apns.payload", "must be an object");
    }
    @Nullable Object headers = apns.getValue("headers");
    if (headers instanceof JsonObject object) {
      object.forEach(this::header);
    } else if (headers != null) {
      wrong.accept("message.apns.headers", "must be an object");
    }
  }

  private void header(Map.Entry<String, Object> header) {
    String path = "message.apns.headers." + header.getKey();
    if (!(header.getValue() instanceof String value)) {
      wrong.accept(path, "must be a text");
    } else if (header.getKey().equals("apns-collapse-id")
        && value.getBytes(StandardCharsets.UTF_8).length > MAX_COLLAPSE_BYTES) {
      wrong.accept(path, "must have at most " + MAX_COLLAPSE_BYTES + " bytes");
    }
  }
}
