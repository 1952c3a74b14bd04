package io.axptoken.server.config;

import java.util.List;
import java.util.function.BiPredicate;

/**
 * One rule of what speaks against running a configuration where strangers can reach it.
 *
 * @param name stable, such as {@code any-origin}
 * @param severe whether it refuses the start in production
 * @param check finds out whether it is broken
 * @param what is unsafe, in a sentence; {@code {key}} in it stands for the setting of the
 *     integration
 * @param why it matters, in a sentence or two
 * @param remedy what to do, in a sentence
 */
record ReadinessRule(
    String name, boolean severe, Check check, String what, String why, String remedy) {

  /** Finds out whether a rule is broken. */
  sealed interface Check {}

  /** A rule of the server as such. */
  record OfServer(BiPredicate<Settings, EffectiveSettings> broken) implements Check {}

  /**
   * A rule that holds for each integration.
   *
   * @param key the setting at fault, named as in the section that it may be inherited from
   */
  record OfIntegration(String key, BiPredicate<ServerSettings, IntegrationSettings> broken)
      implements Check {
    List<IntegrationSettings> brokenBy(Settings settings) {
      return settings.integrations().stream()
          .filter(integration -> broken.test(settings.server(), integration))
          .toList();
    }
  }

  static ReadinessRule severe(String name, Check check, String what, String why, String remedy) {
    return new ReadinessRule(name, true, check, what, why, remedy);
  }

  static ReadinessRule lesser(String name, Check check, String what, String why, String remedy) {
    return new ReadinessRule(name, false, check, what, why, remedy);
  }

  /** Whether it is judged integration by integration. */
  boolean isOfIntegrations() {
    return check instanceof OfIntegration;
  }

  /** What is unsafe in that integration, or in all of them. */
  String said(IntegrationSettings integration) {
    return check instanceof OfIntegration(String key, _)
        ? what.replace("{key}", integration.key(key))
        : what;
  }

  /** What is unsafe, wherever it is. */
  String saidInGeneral() {
    return check instanceof OfIntegration(String key, _) ? what.replace("{key}", key) : what;
  }
}
