package io.axptoken.sandbox;

import java.util.Locale;

/**
 * One of the endpoints whose calls are kept, and can go wrong: where the platforms issue tokens,
 * those of the identity provider, and those of Firebase.
 */
public enum Endpoint {
  /** The service's access token, by OAuth 2.0 client credentials. */
  ACCESS_TOKEN,
  /** The end user's JWT, on AXP. */
  END_USER_TOKEN,
  /**
   * The end user's JWT, on Infinity: its own grant at a path that AXP's older accounts use, too.
   */
  INFINITY_TOKEN,
  /** The identity provider's discovery document. */
  IDP_DISCOVERY,
  /** The identity provider's public keys. */
  IDP_KEYS,
  /** The identity provider's tokens, for a code. */
  IDP_TOKEN,
  /** Firebase's OAuth host: an access token for a service account's assertion. */
  FCM_TOKEN,
  /** Firebase Cloud Messaging: a message to a device. */
  FCM_SEND;

  /** Whether it belongs to a platform, and so to what is called all endpoints. */
  public boolean isOfPlatform() {
    return switch (this) {
      case ACCESS_TOKEN, END_USER_TOKEN, INFINITY_TOKEN -> true;
      case IDP_DISCOVERY, IDP_KEYS, IDP_TOKEN, FCM_TOKEN, FCM_SEND -> false;
    };
  }

  /** The name over HTTP, such as {@code access-token}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
