package io.axptoken.service.config.schema;

import static io.axptoken.service.config.schema.Property.optional;

import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.config.Secret;
import io.axptoken.service.config.type.Choice;
import io.axptoken.service.config.type.InvalidValue;
import io.axptoken.service.config.type.Types;
import io.axptoken.service.config.type.ValueType;
import java.util.Comparator;
import java.util.List;

/** Section {@code audit}: its settings, and the record they make. */
public final class AuditSection {
  private static final int SHORTEST_KEY = 32;
  private static final String KEY_SYNTAX =
      "a secret text of " + SHORTEST_KEY + " characters or more";

  static final Property<Boolean> ENABLED =
      optional(
          "audit.enabled",
          Types.SWITCH,
          "true",
          Protection.never(false),
          "Whether the log has a line for each decision; see audit.md.");
  static final Property<AuditSettings.Addresses> ADDRESSES =
      optional(
          "audit.addresses",
          Choice.of(AuditSettings.Addresses.class),
          "network",
          Protection.noMore(Comparator.reverseOrder()),
          "How much of the client's address it shows: full, network (/24 of IPv4, /48 of IPv6) or"
              + " none.");
  static final Property<Secret> HASH_KEY =
      optional(
          "audit.hashKey",
          new ValueType.One<>(KEY_SYNTAX, true, (text, _) -> key(text)),
          "",
          Protection.neverEmptied(),
          "Key of the hash that stands for a user. Empty: a new one at each start, so that hashes"
              + " of different runs or instances cannot be compared.");

  public static final Section SECTION =
      new Section("audit", "The record of decisions.", List.of(ENABLED, ADDRESSES, HASH_KEY));

  private AuditSection() {}

  public static AuditSettings settings(Values values) {
    return new AuditSettings(values.get(ENABLED), values.get(ADDRESSES), values.get(HASH_KEY));
  }

  private static Secret key(String text) throws InvalidValue {
    Types.plain(text);
    if (!text.isEmpty() && text.length() < SHORTEST_KEY) {
      throw InvalidValue.withoutValue(
          "must have " + SHORTEST_KEY + " characters or more",
          "make one with: openssl rand -hex 32");
    }
    return Secret.of(text);
  }
}
