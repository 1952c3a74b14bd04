package io.axptoken.push.fcm;

import io.axptoken.push.settings.FcmSettings.Fallback;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.regex.Pattern;

/** A message as FCM takes it. */
public final class Message {
  /** A Firebase installation id; a registration token has a colon. */
  private static final Pattern INSTALLATION = Pattern.compile("[A-Za-z0-9_-]{22}");

  private Message() {}

  /**
   * The message for a device.
   *
   * @param data texts by name
   * @param life for how long FCM keeps it for a device that cannot be reached
   */
  public static JsonObject of(
      String device, String platform, JsonObject data, Fallback fallback, Duration life) {
    String target = INSTALLATION.matcher(device).matches() ? "fid" : "token";
    JsonObject message = new JsonObject().put(target, device).put("data", data);
    if (platform.equals("ios")) {
      // The app's extension runs for an alert alone, and puts the text in place of the fallback.
      message
          .put(
              "notification",
              new JsonObject().put("title", fallback.title()).put("body", fallback.body()))
          .put(
              "apns",
              new JsonObject()
                  .put("headers", new JsonObject().put("apns-priority", "10"))
                  .put(
                      "payload",
                      new JsonObject().put("aps", new JsonObject().put("mutable-content", 1))));
    } else {
      message.put(
          "android",
          new JsonObject().put("priority", "high").put("ttl", Math.max(0, life.toSeconds()) + "s"));
    }
    return message;
  }
}
