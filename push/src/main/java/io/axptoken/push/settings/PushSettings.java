package io.axptoken.push.settings;

import io.axptoken.service.config.BasicSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The whole configuration, valid in itself.
 *
 * @param dataDirectory where the embedded database is
 * @param adminKeys the SHA-256 of each administrator's key, by the name of who holds it
 */
public record PushSettings(
    BasicSettings basics,
    Path dataDirectory,
    DatabaseSettings database,
    KeySettings keys,
    Map<String, List<String>> adminKeys,
    RegistrationSettings registration,
    CallbackSettings callback,
    LimitSettings limits,
    FcmSettings fcm,
    RetentionSettings retention)
    implements BasicSettings.Among {
  /** What logs and traces call the connector. */
  public static final String PROGRAM = "axp-push-connector";
}
