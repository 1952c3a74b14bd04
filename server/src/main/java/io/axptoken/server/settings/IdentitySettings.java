package io.axptoken.server.settings;

import io.axptoken.service.config.Secret;
import java.util.List;

/**
 * Section {@code identity}: how the end user is found out.
 *
 * @param modes in the order they are asked
 * @param jwt what mode {@code jwt} believes
 * @param gateway what mode {@code gateway} believes
 * @param apiKey the keys of mode {@code apiKey}
 * @param guest the cookies of mode {@code guest}
 * @param pseudonymize what keys the hash that takes the place of user ids, or empty for none
 */
public record IdentitySettings(
    List<Mode> modes,
    JwtSettings jwt,
    GatewaySettings gateway,
    ApiKeySettings apiKey,
    GuestSettings guest,
    Secret pseudonymize) {
  /** The ways to know the end user that exist today, the strongest first. */
  public enum Mode {
    /** A bearer token of the company's identity provider or backend. */
    JWT,
    /** The headers of an authenticating proxy. */
    GATEWAY,
    /** A backend calls with its key, and names the user. */
    API_KEY,
    /** A cookie knows the browser again; nobody is known by name. */
    GUEST,
    /** The body's {@code userId} is believed; for development. */
    CLAIMED
  }
}
