package io.axptoken.push.event;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of an event goes to a device: texts, those that the apps need first, as many of the others
 * as FCM takes (4,096 bytes, names and values counted).
 */
final class EventData {
  private static final int MOST_BYTES = 4096;

  /** What an iOS message has beside the data: alert, flags, headers. */
  private static final int RESERVED = 512;

  private static final List<String> NEEDED =
      List.of("sessionId", "eventId", "conversationId", "eventDate");
  private static final Pattern WHOLE_SECONDS =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(Z|[+-]\\d\\d:?\\d\\d)");

  private final Map<String, String> taken = new LinkedHashMap<>();
  private int room = MOST_BYTES - RESERVED;

  private EventData() {}

  /** The data of an event that came then. */
  static JsonObject of(JsonObject event, String sessionId, String eventId, Instant now) {
    EventData data = new EventData();
    data.take("sessionId", sessionId);
    data.take("eventId", eventId);
    data.take("conversationId", event.getValue("conversationId"));
    data.take("eventDate", date(event.getValue("eventDate"), now));
    for (String name : event.fieldNames()) {
      if (!NEEDED.contains(name) && !isReserved(name)) {
        data.take(name, event.getValue(name));
      }
    }
    JsonObject json = new JsonObject();
    data.taken.forEach(json::put);
    return json;
  }

  /** FCM refuses messages with these names. */
  private static boolean isReserved(String name) {
    return name.isEmpty()
        || name.equals("from")
        || name.equals("message_type")
        || name.startsWith("gcm")
        || name.startsWith("google");
  }

  private void take(String name, @org.jspecify.annotations.Nullable Object value) {
    if (value == null) {
      return;
    }
    String text = value.toString();
    int size = bytes(name) + bytes(text);
    if (size <= room) {
      room -= size;
      taken.put(name, text);
    }
  }

  /** Apps of iOS read no date without a fraction of the second. */
  private static String date(@org.jspecify.annotations.Nullable Object value, Instant now) {
    if (value == null) {
      return DateTimeFormatter.ISO_INSTANT
          .format(now.truncatedTo(ChronoUnit.MILLIS).plusNanos(0))
          .replaceFirst("(:\\d\\d)Z$", "$1.000Z");
    }
    Matcher whole = WHOLE_SECONDS.matcher(value.toString());
    return whole.matches() ? whole.group(1) + ".000" + whole.group(2) : value.toString();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
