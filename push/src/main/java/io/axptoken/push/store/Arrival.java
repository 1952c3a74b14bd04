package io.axptoken.push.store;

/**
 * An event as it is accepted.
 *
 * @param eventId tells it from others
 * @param sessionId whose it is
 * @param data what goes to the devices, a JSON object of texts
 */
public record Arrival(String eventId, String sessionId, String data) {
  /** Says nothing of what is in it. */
  @Override
  public String toString() {
    return "Arrival[REDACTED]";
  }
}
