package io.axptoken.push.event;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a session, as the platform says it.
 *
 * @param eventId tells it from others
 * @param sessionId whose it is
 * @param data what goes to devices, all of it texts
 */
public record PlatformEvent(String eventId, String sessionId, JsonObject data) {
  private static final int LONGEST = 200;

  /** An event as it came; one without an id is the same as another with the same content. */
  public static @Nullable PlatformEvent of(JsonObject event, Instant now) {
    return of(event, event.getValue("sessionId"), () -> sha256(event.encode()), now);
  }

  /** A message that an administrator sends; without an id it is none that was sent before. */
  public static @Nullable PlatformEvent sentByHand(
      JsonObject data, @Nullable Object sessionId, Instant now) {
    return of(data, sessionId, () -> UUID.randomUUID().toString(), now);
  }

  private static @Nullable PlatformEvent of(
      JsonObject event,
      @Nullable Object session,
      java.util.function.Supplier<String> otherwise,
      Instant now) {
    String sessionId = text(session);
    if (sessionId == null || sessionId.length() > LONGEST) {
      return null;
    }
    String given = text(event.getValue("eventId"));
    String eventId = given == null ? otherwise.get() : given;
    String key = eventId.length() > LONGEST ? sha256(eventId) : eventId;
    return new PlatformEvent(key, sessionId, EventData.of(event, sessionId, eventId, now));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text && !text.isBlank() && text.indexOf('\0') < 0 ? text : null;
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Says nothing of what happened. */
  @Override
  public String toString() {
    return "PlatformEvent[REDACTED]";
  }
}
