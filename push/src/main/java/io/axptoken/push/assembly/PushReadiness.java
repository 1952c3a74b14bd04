package io.axptoken.push.assembly;

import static io.axptoken.service.config.rules.ReadinessRule.lesser;

import io.axptoken.push.settings.PushSettings;
import io.axptoken.service.config.load.EffectiveSettings;
import io.axptoken.service.config.rules.Judgement;
import io.axptoken.service.config.rules.Readiness;
import io.axptoken.service.config.rules.ReadinessRule;
import io.axptoken.service.config.rules.ReadinessRule.OfServer;
import java.util.List;

/** What speaks against running a configuration where strangers can reach it. */
public final class PushReadiness {
  private static final List<ReadinessRule<PushSettings>> RULES =
      List.of(
          lesser(
              "open-callback",
              new OfServer<>((settings, _) -> settings.callback().isOpen()),
              "Anybody who reaches the callback can send events.",
              "The platform signs nothing: who knows a session's id can have its devices ring.",
              "Set callback.secret, callback.header or callback.allowFrom."),
          lesser(
              "no-administrator",
              new OfServer<>((settings, _) -> settings.adminKeys().isEmpty()),
              "Nobody can administer the connector, as admin.keys is empty.",
              "No configuration can be made, and so nothing be sent.",
              "push-connector apikey new prints a key and its hash."));

  private PushReadiness() {}

  /** Judges by all rules. */
  public static Judgement judge(PushSettings settings, EffectiveSettings effective) {
    return Readiness.judge(RULES, "places", settings.server(), settings, effective);
  }
}
