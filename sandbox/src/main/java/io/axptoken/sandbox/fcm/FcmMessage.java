package io.axptoken.sandbox.fcm;

import java.time.Instant;
import java.util.Map;

/**
 * A message that Firebase took.
 *
 * @param time when
 * @param name what Firebase calls it, as the sender was told
 * @param projectId through which project
 * @param target the device's registration token, whichever way it was named; else topic or
 *     condition
 * @param data its data
 * @param json the whole message as it was sent
 */
public record FcmMessage(
    Instant time,
    String name,
    String projectId,
    String target,
    Map<String, String> data,
    String json) {
  /** With its own copy of the data. */
  public FcmMessage {
    data = Map.copyOf(data);
  }
}
