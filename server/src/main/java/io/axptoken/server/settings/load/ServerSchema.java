package io.axptoken.server.settings.load;

import io.axptoken.server.settings.IdentitySettings.Mode;
import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.schema.AxpSection;
import io.axptoken.server.settings.schema.ChatSdkSetting;
import io.axptoken.server.settings.schema.IdentitySection;
import io.axptoken.server.settings.schema.IntegrationsSection;
import io.axptoken.server.settings.schema.LimitsSection;
import io.axptoken.server.settings.schema.TokensSection;
import io.axptoken.service.config.load.Schema;
import io.axptoken.service.config.load.SettingsReader;
import io.axptoken.service.config.schema.AuditSection;
import io.axptoken.service.config.schema.Catalogue;
import io.axptoken.service.config.schema.LoggingSection;
import io.axptoken.service.config.schema.ManagementSection;
import io.axptoken.service.config.schema.MetricsSection;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.RawValues;
import io.axptoken.service.config.schema.ServerSection;
import io.axptoken.service.config.schema.TracingSection;
import io.axptoken.service.config.schema.Values;
import java.util.Map;

/** What the token server can be configured with. */
public final class ServerSchema implements Schema<Settings> {
  /** The one there is. */
  public static final ServerSchema SCHEMA = new ServerSchema();

  /** A mode's settings count while it is used. */
  private static final Map<String, Mode> USED_BY =
      Map.of(
          "identity.jwt.", Mode.JWT,
          "identity.gateway.", Mode.GATEWAY,
          "identity.apiKey.", Mode.API_KEY,
          "identity.guest.", Mode.GUEST);

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
          TracingSection.of(Settings.PROGRAM));

  private ServerSchema() {}

  @Override
  public Catalogue catalogue() {
    return catalogue;
  }

  @Override
  public boolean isUsed(Property<?> property, Values values) {
    for (Map.Entry<String, Mode> settings : USED_BY.entrySet()) {
      if (property.home().startsWith(settings.getKey())) {
        return values.get(IdentitySection.MODES).contains(settings.getValue());
      }
    }
    return true;
  }

  @Override
  public Draft<Settings> read(SettingsReader reader, RawValues given) {
    return Reading.of(reader, given);
  }
}
