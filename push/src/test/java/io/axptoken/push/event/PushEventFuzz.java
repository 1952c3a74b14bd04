package io.axptoken.push.event;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.testing.Fuzz;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Whatever the platform sends, what goes to devices are texts that FCM takes. */
public final class PushEventFuzz {
  private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

  private PushEventFuzz() {}

  /** The entry point of the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    Object json;
    try {
      json = Json.decodeValue(Fuzz.utf8(input));
    } catch (DecodeException _) {
      return;
    }
    PlatformEvent event = json instanceof JsonObject one ? PlatformEvent.of(one, NOW) : null;
    if (event != null) {
      require(event.eventId().length() <= 200, "The id fits its column");
      require(event.sessionId().length() <= 200, "The session fits its column");
      require(bytes(event.data()) <= 4096, "FCM takes the data");
      require(
          SoundText.is(event.data().encode() + event.eventId() + event.sessionId()),
          "Databases take it");
      require(
          new JsonObject(event.data().encode()).equals(event.data()),
          "It is read as it is written");
    }
  }

  private static int bytes(JsonObject data) {
    int bytes = 0;
    for (Map.Entry<String, Object> entry : data) {
      require(entry.getValue() instanceof String, "Data are texts");
      bytes += (entry.getKey() + entry.getValue()).getBytes(StandardCharsets.UTF_8).length;
    }
    return bytes;
  }
}
