package io.axptoken.push.settings.schema;

import io.axptoken.push.settings.PushSettings;
import io.axptoken.service.config.load.Schema;
import io.axptoken.service.config.rules.FlatSchema;
import io.axptoken.service.config.schema.BasicSections;
import io.axptoken.service.config.schema.DefaultPorts;
import io.axptoken.service.config.schema.Values;

/** What the connector can be configured with. */
public final class PushSchema {
  private static final DefaultPorts PORTS = new DefaultPorts(3002, 9092);

  /** The one there is. */
  public static final Schema<PushSettings> SCHEMA =
      new FlatSchema<>(
          PushSettings.PROGRAM,
          PORTS,
          PushSchema::settings,
          AccessSections::check,
          StoreSections.DATA,
          StoreSections.DATABASE,
          StoreSections.KEYS,
          AccessSections.ADMINISTRATION,
          AccessSections.REGISTRATION,
          AccessSections.CALLBACK,
          AccessSections.LIMITS,
          FcmSection.SECTION,
          StoreSections.RETENTION);

  private PushSchema() {}

  private static PushSettings settings(Values values) {
    return new PushSettings(
        BasicSections.settings(values),
        StoreSections.dataDirectory(values),
        StoreSections.database(values),
        StoreSections.keys(values),
        AccessSections.admin(values),
        AccessSections.registration(values),
        AccessSections.callback(values),
        AccessSections.limits(values),
        FcmSection.settings(values),
        StoreSections.retention(values));
  }
}
