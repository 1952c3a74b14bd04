package io.axptoken.server.settings.schema;

import io.axptoken.server.settings.IdentitySettings;
import io.axptoken.server.settings.IntegrationKeys;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.LimitSettings;
import io.axptoken.server.settings.TokenSettings;
import io.axptoken.service.config.schema.Family;
import io.axptoken.service.config.schema.Section;
import io.axptoken.service.config.schema.ServerSection;
import io.axptoken.service.config.schema.Values;
import java.util.List;

/** Section {@code integrations}: it has no settings but those of its integrations. */
public final class IntegrationsSection {
  /** Each may have all of {@code axp}, and origins, identity, limits and reuse of its own. */
  public static final Family FAMILY =
      new Family(
          IntegrationKeys.SECTION,
          "integration",
          IntegrationSettings.DEFAULT,
          "default is the one that axp describes",
          IntegrationKeys::place);

  public static final Section SECTION =
      new Section(
          FAMILY.section(),
          "Named integrations, each below a name of your choice; see"
              + " [integrations.md](integrations.md). What one does not set, it inherits. An"
              + " environment variable counts if the file has the integration; a hyphen of its name"
              + " is an underscore there.",
          List.of());

  private IntegrationsSection() {}

  /** What integrations share that have none of their own. */
  public record Shared(IdentitySettings identity, LimitSettings limits, TokenSettings tokens) {
    public static Shared of(Values values) {
      return new Shared(
          IdentitySection.settings(values),
          LimitsSection.settings(values),
          TokensSection.settings(values));
    }
  }

  public static IntegrationSettings settings(String name, Values values, Shared shared) {
    return new IntegrationSettings(
        name,
        AxpSection.settings(values),
        values.get(ServerSection.ALLOWED_ORIGINS),
        values.hasOwnIn(IdentitySection.SECTION)
            ? IdentitySection.settings(values)
            : shared.identity(),
        values.hasOwnIn(LimitsSection.SECTION) ? LimitsSection.settings(values) : shared.limits(),
        values.hasOwnIn(TokensSection.SECTION) ? TokensSection.settings(values) : shared.tokens());
  }
}
