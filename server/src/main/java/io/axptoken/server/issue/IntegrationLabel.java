package io.axptoken.server.issue;

import java.util.function.UnaryOperator;

/**
 * How the log calls an integration and its settings.
 *
 * @param name its name
 * @param hasAppKey whether its platform knows application keys
 * @param ownKey turns the key of a setting of the section {@code axp} into that of the integration
 */
public record IntegrationLabel(String name, boolean hasAppKey, UnaryOperator<String> ownKey) {
  String key(String key) {
    return ownKey.apply(key);
  }
}
