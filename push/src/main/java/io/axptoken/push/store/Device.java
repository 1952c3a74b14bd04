package io.axptoken.push.store;

/**
 * A device that is registered.
 *
 * @param token its FCM registration token or Firebase installation id
 * @param configId through which configuration it is reached
 * @param sessionId whose events it gets; empty for nobody's
 * @param platform {@code ios}, or another
 * @param body the registration as it is answered, in JSON
 */
public record Device(
    String token, String configId, String sessionId, String platform, String body) {
  /** Says nothing of the device or the session. */
  @Override
  public String toString() {
    return "Device[REDACTED]";
  }
}
