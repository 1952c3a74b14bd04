package io.axptoken.server.settings.rules;

import io.axptoken.server.settings.schema.AxpSection;
import io.axptoken.service.config.load.Scope;
import io.axptoken.service.config.schema.Property;
import java.util.List;

/**
 * Warns where an integration names a host, an account or a client of its own and inherits the
 * secret of another: that secret would be sent there.
 */
final class InheritedSecret {
  private static final List<Property<?>> OWNERS =
      List.of(AxpSection.HOST_NAME, AxpSection.ACCOUNT_ID, AxpSection.CLIENT_ID);

  private InheritedSecret() {}

  static void check(Scope scope) {
    if (!scope.isNamed() || scope.isGiven(AxpSection.CLIENT_SECRET)) {
      return;
    }
    OWNERS.stream().filter(scope::isGiven).findFirst().ifPresent(owner -> warn(scope, owner));
  }

  private static void warn(Scope scope, Property<?> owner) {
    scope.warn(
        "%s is inherited beside %s, so that the secret of %s is sent there: set it as well."
            .formatted(
                scope.key(AxpSection.CLIENT_SECRET),
                scope.key(owner),
                AxpSection.CLIENT_SECRET.key()));
  }
}
