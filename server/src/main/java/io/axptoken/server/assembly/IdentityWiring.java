package io.axptoken.server.assembly;

import io.axptoken.server.identity.GuestOptions;
import io.axptoken.server.identity.IdentityResolver;
import io.axptoken.server.settings.GuestSettings;
import io.axptoken.server.settings.IdentitySettings;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.service.time.Clocks;

/**
 * The ways to know the end users of integrations, in their order. Each integration has its own, so
 * that warnings name it and those of one do not silence another's; what costs memory or calls, the
 * verifiers of tokens and their keys, is shared.
 */
final class IdentityWiring {
  private final TokenVerifiers verifiers;
  private final Clocks clocks;

  IdentityWiring(TokenVerifiers verifiers, Clocks clocks) {
    this.verifiers = verifiers;
    this.clocks = clocks;
  }

  IdentityResolver resolver(IntegrationSettings integration) {
    IdentitySettings identity = integration.identity();
    IdentityResolver.Builder modes = IdentityResolver.builder(integration.name(), clocks);
    for (var mode : identity.modes()) {
      switch (mode) {
        case JWT -> modes.jwt(verifiers.bearer(identity.jwt(), integration.name()));
        case GATEWAY -> verifiers.gateways().add(modes, identity.gateway(), integration.name());
        case API_KEY -> modes.apiKey(identity.apiKey().keys());
        case GUEST -> modes.guest(guestOptions(integration));
        case CLAIMED -> modes.claimed();
      }
    }
    if (!identity.pseudonymize().isEmpty()) {
      modes.pseudonymize(identity.pseudonymize());
    }
    return modes.build();
  }

  /** All integrations share a host and so its cookies: each has a name of its own. */
  private static GuestOptions guestOptions(IntegrationSettings integration) {
    GuestSettings guest = integration.identity().guest();
    String cookieName =
        integration.isDefault()
            ? guest.cookieName()
            : guest.cookieName() + "-" + integration.name();
    return new GuestOptions(integration.name(), guest.secrets(), cookieName, guest.maxAge());
  }
}
