package io.axptoken.server.settings.rules;

import io.axptoken.server.settings.IdentitySettings.Mode;
import io.axptoken.server.settings.schema.ApiKeySection;
import io.axptoken.server.settings.schema.GuestSection;
import io.axptoken.server.settings.schema.IdentitySection;
import io.axptoken.service.config.load.Scope;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.ServerSection;
import io.axptoken.service.config.type.AllowedOrigins;
import java.util.List;

/** What the modes need of other settings, and which settings serve no mode. */
final class IdentityRules {
  private IdentityRules() {}

  static void check(Scope scope) {
    List<Mode> modes = scope.find(IdentitySection.MODES);
    if (modes != null) {
      checkApiKey(scope, modes.contains(Mode.API_KEY));
      checkGuest(scope, modes.contains(Mode.GUEST));
    }
  }

  private static void checkApiKey(Scope scope, boolean inUse) {
    var keys = scope.find(ApiKeySection.KEYS);
    if (inUse && keys != null && keys.isEmpty()) {
      scope.problem(
          ApiKeySection.KEYS,
          "must name at least one key for mode apiKey: token-server apikey new makes one");
    }
    warnIfUnused(scope, ApiKeySection.KEYS, inUse, "apiKey");
  }

  private static void checkGuest(Scope scope, boolean inUse) {
    var secrets = scope.find(GuestSection.SECRETS);
    if (inUse && secrets != null && secrets.isEmpty()) {
      scope.problem(
          GuestSection.SECRETS,
          "must hold a secret for mode guest: openssl rand -base64 32 prints a good one, which"
              + " ${file:/path} keeps out of this file");
    }
    List<String> origins = scope.find(ServerSection.ALLOWED_ORIGINS);
    if (inUse && origins != null && origins.contains(AllowedOrigins.ANY)) {
      scope.problem(
          ServerSection.ALLOWED_ORIGINS,
          "must not be * with mode guest, as browsers send no cookie where any page may ask: list"
              + " the origins of your pages, or [] if this server is their origin");
    }
    warnIfUnused(scope, GuestSection.SECRETS, inUse, "guest");
  }

  private static void warnIfUnused(Scope scope, Property<?> property, boolean inUse, String mode) {
    if (!inUse && scope.isGiven(property)) {
      scope.warn(
          "%s has no effect, as %s has no %s."
              .formatted(scope.key(property), scope.key(IdentitySection.MODES), mode));
    }
  }
}
