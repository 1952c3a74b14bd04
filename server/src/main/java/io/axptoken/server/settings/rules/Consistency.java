package io.axptoken.server.settings.rules;

import io.axptoken.server.settings.schema.ReachSection;
import io.axptoken.service.config.load.Scope;

/** The rules that concern more than one setting. */
public final class Consistency {
  private Consistency() {}

  /** The rules that hold for each integration. */
  public static void checkIntegration(Scope scope) {
    PlatformRules.check(scope);
    InheritedSecret.check(scope);
    ReachSection.check(scope);
    IdentityRules.check(scope);
    JwtRules.check(scope);
    GatewayRules.check(scope);
  }
}
