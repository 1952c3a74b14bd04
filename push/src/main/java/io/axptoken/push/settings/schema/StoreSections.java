package io.axptoken.push.settings.schema;

import static io.axptoken.service.config.schema.Property.optional;
import static io.axptoken.service.config.schema.Property.required;
import static io.axptoken.service.config.schema.Protection.Unguarded.CHECKS_NOTHING;
import static io.axptoken.service.config.schema.Protection.Unguarded.IS_EXCHANGED;
import static io.axptoken.service.config.schema.Protection.Unguarded.NEEDS_RESTART;

import io.axptoken.push.settings.DatabaseSettings;
import io.axptoken.push.settings.KeySettings;
import io.axptoken.push.settings.RetentionSettings;
import io.axptoken.service.config.Secret;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Protection;
import io.axptoken.service.config.schema.Section;
import io.axptoken.service.config.schema.Values;
import io.axptoken.service.config.type.InvalidValue;
import io.axptoken.service.config.type.Spans;
import io.axptoken.service.config.type.Types;
import io.axptoken.service.config.type.ValueType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** What is kept, where, and for how long. */
final class StoreSections {
  private static final int KEY_BYTES = 32;
  private static final String KEY_SYNTAX = "a key of 32 bytes in Base64";
  private static final ValueType.One<Secret> MASTER_KEY =
      new ValueType.One<>(KEY_SYNTAX, true, (text, _) -> masterKey(text));

  private static final Property<Path> DATA_DIRECTORY =
      optional(
          "dataDirectory",
          new ValueType.One<>("the path of a folder", false, StoreSections::folder),
          "./data",
          Protection.none(NEEDS_RESTART),
          "Folder of the embedded database; made if it is not there, for this user alone.");
  private static final Property<String> URL =
      optional(
          "database.url",
          ValueType.of("a JDBC URL such as jdbc:postgresql://host/name", StoreSections::url),
          "",
          Protection.none(NEEDS_RESTART),
          "The PostgreSQL database, such as jdbc:postgresql://host/name; empty for the embedded"
              + " one.");
  private static final Property<String> USERNAME =
      optional(
          "database.username",
          Types.TEXT,
          "",
          Protection.none(NEEDS_RESTART),
          "The user at the database.");
  private static final Property<Secret> PASSWORD =
      optional(
          "database.password",
          Types.PASS_PHRASE,
          "",
          Protection.none(NEEDS_RESTART),
          "The password of that user.");
  private static final Property<Secret> CURRENT =
      required(
          "keys.masterKey",
          MASTER_KEY,
          Protection.none(IS_EXCHANGED),
          "What service-account keys are encrypted with, as ${file:master.key};"
              + " push-connector key new makes one.");
  private static final Property<List<Secret>> PREVIOUS =
      optional(
          "keys.previousMasterKeys",
          new ValueType.Many<>("a list of keys of 32 bytes in Base64", MASTER_KEY, all -> all),
          "",
          Protection.none(IS_EXCHANGED),
          "Former master keys that some service-account keys may still be encrypted with.");
  private static final Property<Duration> DELIVERED =
      optional(
          "retention.delivered",
          Spans.between("1h", "365d"),
          "72h",
          Protection.none(CHECKS_NOTHING),
          "For how long the outbox keeps what is done; for so long the same event is sent once.");
  private static final Property<Duration> STALE =
      optional(
          "retention.staleDevices",
          Spans.between("1d", "3650d"),
          "270d",
          Protection.none(CHECKS_NOTHING),
          "A device that has not registered for so long is sent nothing.");

  static final Section DATA =
      new Section("dataDirectory", "Where the embedded database is.", List.of(DATA_DIRECTORY));
  static final Section DATABASE =
      new Section("database", "The database.", List.of(URL, USERNAME, PASSWORD));
  static final Section KEYS =
      new Section("keys", "Keys of the connector's own.", List.of(CURRENT, PREVIOUS));
  static final Section RETENTION =
      new Section("retention", "How long things are kept.", List.of(DELIVERED, STALE));

  private StoreSections() {}

  static Path dataDirectory(Values values) {
    return values.get(DATA_DIRECTORY);
  }

  static DatabaseSettings database(Values values) {
    return new DatabaseSettings(values.get(URL), values.get(USERNAME), values.get(PASSWORD));
  }

  static KeySettings keys(Values values) {
    return new KeySettings(values.get(CURRENT), values.get(PREVIOUS));
  }

  static RetentionSettings retention(Values values) {
    return new RetentionSettings(values.get(DELIVERED), values.get(STALE));
  }

  private static Path folder(String text, Path folder) throws InvalidValue {
    if (text.isEmpty()) {
      throw InvalidValue.of("must be the path of a folder");
    }
    return folder.resolve(text).toAbsolutePath().normalize();
  }

  private static String url(String text) throws InvalidValue {
    if (text.isEmpty() || text.startsWith("jdbc:postgresql:")) {
      return text;
    }
    throw InvalidValue.withoutValue(
        "must begin with jdbc:postgresql:", "leave it empty for the embedded database");
  }

  private static Secret masterKey(String text) throws InvalidValue {
    try {
      if (Base64.getDecoder().decode(text).length == KEY_BYTES) {
        return Secret.of(text);
      }
    } catch (IllegalArgumentException _) {
      // Said below.
    }
    throw InvalidValue.withoutValue("must be " + KEY_SYNTAX, "push-connector key new makes one");
  }
}
