package io.axptoken.server.config;

/** What the token server can be configured with. */
public final class ServerSchema implements Schema<Settings> {
  /** The one there is. */
  public static final ServerSchema SCHEMA = new ServerSchema();

  private final Catalogue catalogue =
      new Catalogue(
          IntegrationsSection.FAMILY,
          ServerSection.with(ChatSdkSetting.ENDPOINT),
          ManagementSection.SECTION,
          AxpSection.SECTION,
          IntegrationsSection.SECTION,
          IdentitySection.SECTION,
          LimitsSection.SECTION,
          TokensSection.SECTION,
          LoggingSection.SECTION,
          AuditSection.SECTION,
          MetricsSection.SECTION,
          TracingSection.SECTION);

  private ServerSchema() {}

  @Override
  public Catalogue catalogue() {
    return catalogue;
  }

  @Override
  public Draft<Settings> read(SettingsReader reader, Given given) {
    return Reading.of(reader, given);
  }
}
