package io.axptoken.server.rehearsal;

import io.axptoken.server.settings.AxpSettings;
import io.axptoken.server.settings.AxpSettings.Platform;
import io.axptoken.server.settings.GuestSettings;
import io.axptoken.server.settings.IdentitySettings;
import io.axptoken.server.settings.IdentitySettings.Mode;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.JwtSettings;
import io.axptoken.server.settings.LimitSettings;
import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.TokenSettings;
import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.config.Secret;
import io.axptoken.service.config.TracingSettings;
import io.axptoken.service.config.type.Rate;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The configuration of a rehearsal: the real one, with other keys, limits and another platform. */
record StageSettings(Settings real, URI platform, Secret secret) {
  static final String ISSUER = "rehearsal";

  private static final Rate NO_LIMIT = new Rate(1_000_000, Duration.ofSeconds(1));

  Settings settings() {
    return new Settings(
        real.server(),
        real.chatSdkEndpoint(),
        real.management(),
        List.of(integration()),
        real.logging(),
        new AuditSettings(false, AuditSettings.Addresses.NONE, Secret.of("")),
        real.metrics(),
        TracingSettings.OFF);
  }

  /** How the users of the rehearsal prove who they are: in the strongest way that it can play. */
  Mode mode() {
    List<Mode> modes = real.identity().modes();
    if (modes.contains(Mode.JWT)) {
      return Mode.JWT;
    }
    return modes.contains(Mode.GUEST) ? Mode.GUEST : Mode.CLAIMED;
  }

  private IntegrationSettings integration() {
    return new IntegrationSettings(
        IntegrationSettings.DEFAULT,
        axp(real.axp()),
        List.of("*"),
        identity(real.identity()),
        new LimitSettings(NO_LIMIT, NO_LIMIT, NO_LIMIT.requests()),
        TokenSettings.DEFAULT);
  }

  private AxpSettings axp(AxpSettings axp) {
    return new AxpSettings(
        Platform.AXP,
        platform.toString(),
        platform,
        null,
        "STAGEX",
        "00000000-0000-4000-8000-000000000000",
        "rehearsal",
        secret,
        "rehearsal",
        axp.authPath(),
        axp.jwtValidityInterval(),
        axp.callingRemoteAddress(),
        axp.fcmConnectorBaseUrl(),
        axp.configId(),
        null,
        axp.resilience());
  }

  private IdentitySettings identity(IdentitySettings identity) {
    JwtSettings jwt = identity.jwt();
    GuestSettings guest = identity.guest();
    return new IdentitySettings(
        List.of(mode()),
        new JwtSettings(
            List.of(ISSUER),
            null,
            List.of(),
            List.of(secret),
            null,
            List.of(),
            List.of("HS256"),
            jwt.clockSkew(),
            List.of(),
            List.of(),
            null,
            Map.of("userId", "sub", "userName", "name")),
        identity.gateway(),
        identity.apiKey(),
        new GuestSettings(List.of(secret), guest.cookieName(), guest.maxAge()),
        identity.pseudonymize());
  }
}
