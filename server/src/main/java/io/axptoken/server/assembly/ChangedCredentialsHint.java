package io.axptoken.server.assembly;

import io.axptoken.server.settings.AxpSettings;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a reload changed of the settings with which tokens are asked for: only the platform knows
 * whether they are right, and it is not asked for a token that nobody needs, as that costs quota
 * and leaves a customer behind.
 */
final class ChangedCredentialsHint {
  private static final Map<String, Function<AxpSettings, Object>> ASKED = new LinkedHashMap<>();

  static {
    ASKED.put("axp.platform", AxpSettings::platform);
    ASKED.put("axp.hostName", AxpSettings::hostName);
    ASKED.put("axp.accountId", AxpSettings::accountId);
    ASKED.put("axp.integrationId", AxpSettings::integrationId);
    ASKED.put("axp.clientId", AxpSettings::clientId);
    ASKED.put("axp.clientSecret", AxpSettings::clientSecret);
    ASKED.put("axp.appKey", AxpSettings::appKey);
  }

  private ChangedCredentialsHint() {}

  /** A line for each integration that asks otherwise now, with the keys that changed. */
  static List<String> hints(Settings before, Settings now) {
    return now.integrations().stream()
        .flatMap(one ->
            before.integrations().stream()
                .filter(old -> old.name().equals(one.name()))
                .map(old -> changed(old.axp(), one)))
        .filter(hint -> !hint.isEmpty())
        .toList();
  }

  private static String changed(AxpSettings before, IntegrationSettings now) {
    List<String> keys =
        ASKED.entrySet().stream()
            .filter(asked ->
                !Objects.equals(asked.getValue().apply(before), asked.getValue().apply(now.axp())))
            .map(asked -> now.key(asked.getKey()))
            .toList();
    return keys.isEmpty()
        ? ""
        : ("The integration %s asks for tokens with other settings now (%s): run"
                + " token-server check to see that the platform takes them.")
            .formatted(now.name(), String.join(", ", keys));
  }
}
