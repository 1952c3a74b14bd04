package io.axptoken.server.config;

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
