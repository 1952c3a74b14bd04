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

  static IntegrationSettings settings(String name, Values values) {
    return new IntegrationSettings(
        name,
        AxpSection.settings(values),
        values.get(ServerSection.ALLOWED_ORIGINS),
        IdentitySection.settings(values),
        LimitsSection.settings(values),
        TokensSection.settings(values));
  }
}
