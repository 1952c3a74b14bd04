package io.axptoken.server.settings.load;

import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.rules.Consistency;
import io.axptoken.server.settings.rules.ReadinessRules;
import io.axptoken.server.settings.schema.AxpSection;
import io.axptoken.server.settings.schema.ChatSdkSetting;
import io.axptoken.server.settings.schema.IntegrationsSection;
import io.axptoken.server.settings.schema.IntegrationsSection.Shared;
import io.axptoken.service.config.load.Schema;
import io.axptoken.service.config.load.Scope;
import io.axptoken.service.config.load.SettingsReader;
import io.axptoken.service.config.rules.ServerRules;
import io.axptoken.service.config.rules.SignOffs;
import io.axptoken.service.config.schema.AuditSection;
import io.axptoken.service.config.schema.LoggingSection;
import io.axptoken.service.config.schema.ManagementSection;
import io.axptoken.service.config.schema.MetricsSection;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.RawValues;
import io.axptoken.service.config.schema.ServerSection;
import io.axptoken.service.config.schema.TracingSection;
import io.axptoken.service.config.schema.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All values that were read, and the settings they make.
 *
 * @param top those outside the named integrations
 * @param servesDefault whether {@code axp} is an integration itself, and not only what the named
 *     ones inherit from
 * @param named those of the named integrations, in the file's order
 */
public record Reading(Values top, boolean servesDefault, Map<String, Values> named)
    implements Schema.Draft<Settings> {

  /** Reads everything; whatever is out of order is a problem by now. */
  static Reading of(SettingsReader reader, RawValues given) {
    List<String> integrations = given.groups();
    boolean servesDefault = integrations.isEmpty() || given.isAtTop(AxpSection.INTEGRATION_ID);
    Set<Property<?>> dispensable = servesDefault ? Set.of() : requiredOfIntegrations();
    Values top = reader.read(ServerSchema.SCHEMA.catalogue().properties(), dispensable);
    Map<String, Values> named = new LinkedHashMap<>();
    for (String name : integrations) {
      named.put(name, reader.read(name, top, dispensable));
    }
    return new Reading(top, servesDefault, named);
  }

  private static Set<Property<?>> requiredOfIntegrations() {
    return ServerSchema.SCHEMA.catalogue().overlay().properties().stream()
        .filter(Property::isRequired)
        .collect(Collectors.toSet());
  }

  @Override
  public Map<String, Values> groups() {
    Map<String, Values> groups = new LinkedHashMap<>();
    if (servesDefault) {
      groups.put(IntegrationSettings.DEFAULT, top);
    }
    groups.putAll(named);
    return groups;
  }

  /** Checks what concerns more than one setting. */
  @Override
  public void check(Scope scope) {
    ServerRules.check(scope);
    new SignOffs(ReadinessRules.ALL, IntegrationsSection.FAMILY, names()).check(scope);
    if (!servesDefault && Objects.equals(scope.find(ChatSdkSetting.ENDPOINT), true)) {
      scope.problem(
          ChatSdkSetting.ENDPOINT,
          "must be false, as it serves the default integration: set axp.integrationId to have one");
    }
    if (servesDefault) {
      Consistency.checkIntegration(scope);
    }
    named.forEach((name, values) -> Consistency.checkIntegration(scope.named(name, values)));
  }

  private List<String> names() {
    List<String> names =
        new ArrayList<>(servesDefault ? List.of(IntegrationSettings.DEFAULT) : List.of());
    names.addAll(named.keySet());
    return names;
  }

  /** The settings, if there is no problem. */
  @Override
  public Settings settings() {
    List<IntegrationSettings> integrations = new ArrayList<>();
    Shared shared = Shared.of(top);
    if (servesDefault) {
      integrations.add(IntegrationsSection.settings(IntegrationSettings.DEFAULT, top, shared));
    }
    named.forEach(
        (name, values) -> integrations.add(IntegrationsSection.settings(name, values, shared)));
    return new Settings(
        ServerSection.settings(top),
        top.get(ChatSdkSetting.ENDPOINT),
        ManagementSection.settings(top),
        integrations,
        LoggingSection.settings(top),
        AuditSection.settings(top),
        MetricsSection.settings(top),
        TracingSection.settings(top));
  }
}
