package io.axptoken.sandbox;

import java.util.Locale;

/** One of the two endpoints at which the platform issues tokens. */
public enum Endpoint {
  /** The service's access token, by OAuth 2.0 client credentials. */
  ACCESS_TOKEN,
  /** The end user's JWT. */
  END_USER_TOKEN;

  /** The name over HTTP, such as {@code access-token}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
