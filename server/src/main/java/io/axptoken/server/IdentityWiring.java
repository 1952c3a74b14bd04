package io.axptoken.server;

import io.axptoken.server.config.GuestSettings;
import io.axptoken.server.config.IdentitySettings;
import io.axptoken.server.config.IntegrationSettings;
import io.axptoken.server.identity.GuestOptions;
import io.axptoken.server.identity.IdentityResolver;
import java.time.Clock;
import java.util.IdentityHashMap;

/**
 * The ways to know the end users of integrations, in their order. Integrations that inherit the
 * same ways share them, and with them how often is warned of the same, unless these depend on whose
 * guest somebody is.
 */
final class IdentityWiring {
  private final TokenVerifiers verifiers;
  private final Clock clock;
  private final IdentityHashMap<IdentitySettings, IdentityResolver> shared =
      new IdentityHashMap<>();

  IdentityWiring(TokenVerifiers verifiers, Clock clock) {
    this.verifiers = verifiers;
    this.clock = clock;
  }

  IdentityResolver resolver(IntegrationSettings integration) {
    return integration.identity().modes().contains(IdentitySettings.Mode.GUEST)
        ? newResolver(integration)
        : shared.computeIfAbsent(integration.identity(), _ -> newResolver(integration));
  }

  private IdentityResolver newResolver(IntegrationSettings integration) {
    IdentitySettings identity = integration.identity();
    IdentityResolver.Builder modes = IdentityResolver.builder(clock);
    for (var mode : identity.modes()) {
      switch (mode) {
        case JWT -> modes.jwt(verifiers.bearer(identity.jwt()));
        case GATEWAY -> verifiers.gateways().add(modes, identity.gateway());
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
