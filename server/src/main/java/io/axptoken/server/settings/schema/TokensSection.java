package io.axptoken.server.settings.schema;

import static io.axptoken.service.config.schema.Property.optional;
import static io.axptoken.service.config.schema.Protection.Unguarded.CHECKS_NOTHING;

import io.axptoken.server.settings.TokenSettings;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Protection;
import io.axptoken.service.config.schema.Section;
import io.axptoken.service.config.schema.Values;
import io.axptoken.service.config.type.Types;
import java.util.List;

/** Section {@code tokens}: its settings, and the record they make. */
public final class TokensSection {
  static final Property<Boolean> REUSE =
      optional(
          "tokens.reuse",
          Types.SWITCH,
          "false",
          Protection.none(CHECKS_NOTHING),
          "Whether a user is given the last token again, as long as nothing about them changed. Users"
              + " can sign out then; see [token-reuse.md](token-reuse.md).");
  static final Property<Integer> REUSE_WHILE_LEFT =
      optional(
          "tokens.reuseWhileLeft",
          Types.percent(5, 95),
          "50%",
          Protection.none(CHECKS_NOTHING),
          "A token is handed out again while more than this share of its life is left.");
  static final Property<Integer> REUSE_MAX_USERS =
      optional(
          "tokens.reuseMaxUsers",
          Types.number(1, 10_000_000),
          "10000",
          Protection.none(CHECKS_NOTHING),
          "How many users' tokens are kept, for all integrations together: 4 KiB of memory for each"
              + " at most. The least seen are forgotten first.");

  public static final Section SECTION =
      new Section(
          "tokens",
          "Whether tokens are handed out again.",
          List.of(REUSE, REUSE_WHILE_LEFT, REUSE_MAX_USERS));

  private TokensSection() {}

  static TokenSettings settings(Values values) {
    return new TokenSettings(
        values.get(REUSE), values.get(REUSE_WHILE_LEFT), values.get(REUSE_MAX_USERS));
  }
}
