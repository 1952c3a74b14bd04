package io.axptoken.server.settings.rules;

import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.schema.IntegrationsSection;
import io.axptoken.service.config.load.EffectiveSettings;
import io.axptoken.service.config.rules.Judgement;
import io.axptoken.service.config.rules.Readiness;

/** Judges whether a configuration of the token server may run where strangers can reach it. */
public final class ProductionRules {
  private ProductionRules() {}

  /** Judges all rules; changes and reads nothing else. */
  public static Judgement judge(Settings settings, EffectiveSettings effective) {
    return Readiness.judge(
        ReadinessRules.ALL,
        IntegrationsSection.FAMILY.section(),
        settings.server(),
        settings,
        effective);
  }
}
