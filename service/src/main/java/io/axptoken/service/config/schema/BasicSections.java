package io.axptoken.service.config.schema;

import io.axptoken.service.config.BasicSettings;
import java.util.stream.Stream;

/** The sections that every server has. */
public final class BasicSections {
  private BasicSections() {}

  /**
   * They, and those of a program.
   *
   * @param program its name in traces
   */
  public static Section[] of(String program, DefaultPorts ports, Section... own) {
    return Stream.concat(
            Stream.of(
                ServerSection.on(ports.server()),
                ManagementSection.on(ports.management()),
                LoggingSection.SECTION,
                AuditSection.SECTION,
                MetricsSection.SECTION,
                TracingSection.of(program)),
            Stream.of(own))
        .toArray(Section[]::new);
  }

  /** The settings that their values make. */
  public static BasicSettings settings(Values values) {
    return new BasicSettings(
        ServerSection.settings(values),
        ManagementSection.settings(values),
        LoggingSection.settings(values),
        AuditSection.settings(values),
        MetricsSection.settings(values),
        TracingSection.settings(values));
  }
}
