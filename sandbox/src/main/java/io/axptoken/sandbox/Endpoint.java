package io.axptoken.sandbox;

import java.util.Locale;

/** One of the endpoints at which the platforms issue tokens. */
public enum Endpoint {
  /** The service's access token, by OAuth 2.0 client credentials. */
  ACCESS_TOKEN,
  /** The end user's JWT, on AXP. */
  END_USER_TOKEN,
  /**
   * The end user's JWT, on Infinity: its own grant at a path that AXP's older accounts use, too.
   */
  INFINITY_TOKEN;

  /** The name over HTTP, such as {@code access-token}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
