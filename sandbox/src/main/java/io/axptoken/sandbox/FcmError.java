package io.axptoken.sandbox;

/**
 * An error that Firebase Cloud Messaging answers a message with; each asks for another reaction.
 */
public enum FcmError {
  /** The message is wrong: it names the fields. No try again helps. */
  INVALID_MESSAGE(400, "INVALID_ARGUMENT"),
  /** The device token is none. */
  INVALID_TOKEN(400, "INVALID_ARGUMENT"),
  /** The access token is missing, unknown or over. */
  UNAUTHENTICATED(401, "UNAUTHENTICATED"),
  /** The project lacks its key for Apple's or the browser's push service. */
  THIRD_PARTY_AUTH_ERROR(401, "UNAUTHENTICATED"),
  /** The device belongs to another project. */
  SENDER_ID_MISMATCH(403, "PERMISSION_DENIED"),
  /** The account may not send for this project, or the API is switched off. */
  PERMISSION_DENIED(403, "PERMISSION_DENIED"),
  /** The app is gone from the device. */
  UNREGISTERED(404, "NOT_FOUND"),
  /** Too many messages. */
  QUOTA_EXCEEDED(429, "RESOURCE_EXHAUSTED"),
  /** Firebase has a fault of its own. */
  INTERNAL(500, "INTERNAL"),
  /** Firebase is overloaded or out of service. */
  UNAVAILABLE(503, "UNAVAILABLE");

  private final int status;
  private final String canonical;

  FcmError(int status, String canonical) {
    this.status = status;
    this.canonical = canonical;
  }

  /** The HTTP status that it comes with. */
  public int status() {
    return status;
  }

  /** The name of the kind of errors that it belongs to, as Google's APIs have them. */
  public String canonical() {
    return canonical;
  }
}
