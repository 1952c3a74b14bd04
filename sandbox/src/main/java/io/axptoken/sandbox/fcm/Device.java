package io.axptoken.sandbox.fcm;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * An app on a phone, as Firebase knows it.
 *
 * @param token the registration token that messages are sent to
 * @param installationId the Firebase installation ID, which messages can be sent to as well
 * @param projectId whose app it is
 */
public record Device(String token, String installationId, String projectId) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int INSTALLATION_BYTES = 16;
  private static final int TOKEN_BYTES = 100;

  /** A new one of that project. */
  static Device of(String projectId) {
    String installationId = random(INSTALLATION_BYTES);
    return new Device(installationId + ":APA91b" + random(TOKEN_BYTES), installationId, projectId);
  }

  /** A given token, with an installation ID of its own. */
  static Device of(String projectId, String token) {
    return new Device(token, random(INSTALLATION_BYTES), projectId);
  }

  private static String random(int bytes) {
    byte[] secret = new byte[bytes];
    RANDOM.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}
