package io.axptoken.server.settings.rules;

import io.axptoken.server.settings.AxpSettings;
import io.axptoken.server.settings.schema.AxpSection;
import io.axptoken.service.config.load.Scope;
import io.axptoken.service.config.schema.Property;
import java.util.Objects;

/** What the choice of a platform asks of the other settings of {@code axp}. */
final class PlatformRules {
  private PlatformRules() {}

  static void check(Scope scope) {
    AxpSettings.Platform platform = scope.find(AxpSection.PLATFORM);
    if (platform == AxpSettings.Platform.AXP) {
      checkAppKey(scope);
    } else if (platform == AxpSettings.Platform.INFINITY) {
      warnIfGiven(scope, AxpSection.JWT_VALIDITY_INTERVAL, "its tokens live as long as it decides");
      warnIfGiven(scope, AxpSection.AUTH_PATH, "it has but one");
    } // Or there is none: its value is a problem already.
  }

  private static void checkAppKey(Scope scope) {
    if (Objects.equals(scope.find(AxpSection.APP_KEY), "")) {
      scope.problem(AxpSection.APP_KEY, scope.here(AxpSection.APP_KEY).missing());
    }
  }

  private static void warnIfGiven(Scope scope, Property<?> property, String reason) {
    if (scope.isGiven(property)) {
      scope.warn(
          "%s is not used with %s infinity: %s."
              .formatted(scope.key(property), scope.key(AxpSection.PLATFORM), reason));
    }
  }
}
