package io.axptoken.server.settings.rules;

import io.axptoken.server.settings.schema.JwtSection;
import io.axptoken.service.config.load.Scope;
import io.axptoken.service.config.schema.Property;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Warns where an integration has an issuer or keys of its own and inherits other keys beside them:
 * whoever holds those could sign for its users, too.
 */
final class InheritedKeys {
  private static final List<Property<?>> KEYS =
      List.of(JwtSection.JWKS_URI, JwtSection.PUBLIC_KEYS, JwtSection.SECRETS);

  private InheritedKeys() {}

  static void check(Scope scope) {
    boolean own =
        Stream.concat(Stream.of(JwtSection.ISSUER), KEYS.stream()).anyMatch(scope::isGiven);
    if (scope.isNamed() && own) {
      KEYS.stream()
          .filter(keys -> !scope.isGiven(keys) && isThere(scope.find(keys)))
          .forEach(keys -> warn(scope, keys));
    }
  }

  private static boolean isThere(@Nullable Object value) {
    return value != null && !Optional.empty().equals(value) && !List.of().equals(value);
  }

  private static void warn(Scope scope, Property<?> keys) {
    scope.warn(
        "%s is inherited beside keys or an issuer of its own, so that who signs with it can sign for"
                .formatted(scope.key(keys))
            + " this integration, too: set it there, empty if that is not meant.");
  }
}
