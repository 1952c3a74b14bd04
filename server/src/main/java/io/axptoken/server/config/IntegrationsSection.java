package io.axptoken.server.config;

import java.util.List;

/** Section {@code integrations}: it has no settings but those of its integrations. */
final class IntegrationsSection {
  static final Section SECTION =
      new Section(
          Overlay.SECTION,
          "Named integrations, each below a name of your choice; see"
              + " [integrations.md](integrations.md). What one does not set, it inherits. An"
              + " environment variable counts if the file has the integration; a hyphen of its name"
              + " is an underscore there.",
          List.of());

  private IntegrationsSection() {}

  /** What integrations share that have none of their own. */
  record Shared(IdentitySettings identity, LimitSettings limits, TokenSettings tokens) {
    static Shared of(Values values) {
      return new Shared(
          IdentitySection.settings(values),
          LimitsSection.settings(values),
          TokensSection.settings(values));
    }
  }

  static IntegrationSettings settings(String name, Values values, Shared shared) {
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
