package io.axptoken.server.settings.schema;

import static io.axptoken.service.config.schema.Property.optional;
import static io.axptoken.service.config.schema.Protection.Unguarded.CHECKS_NOTHING;

import io.axptoken.server.settings.GuestSettings;
import io.axptoken.service.config.Secret;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Protection;
import io.axptoken.service.config.schema.Values;
import io.axptoken.service.config.type.Days;
import io.axptoken.service.config.type.InvalidValue;
import io.axptoken.service.config.type.SigningSecret;
import io.axptoken.service.config.type.ValueType;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Settings {@code identity.guest}. */
public final class GuestSection {
  private static final String NAME_SYNTAX = "1 to 64 letters, digits, dashes and underscores";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int MOST_SECRETS = 8;

  public static final Property<List<Secret>> SECRETS =
      optional(
          "identity.guest.secrets",
          new ValueType.Many<>(
              "a list of secret texts of at least 32 bytes",
              SigningSecret.TYPE,
              GuestSection::notTooMany),
          "",
          Protection.keys(),
          "What signs the cookies of mode guest: the first one signs, all of them verify. To rotate,"
              + " put a new one in front, and remove the old one after identity.guest.maxAge.");

  static final Property<String> COOKIE_NAME =
      optional(
          "identity.guest.cookieName",
          ValueType.of(NAME_SYNTAX, GuestSection::name),
          "axp-guest",
          Protection.none(CHECKS_NOTHING),
          "Name of the cookies; over HTTPS __Host- stands in front of it.");

  static final Property<Duration> MAX_AGE =
      optional(
          "identity.guest.maxAge",
          Days.between(1, 400),
          "30d",
          Protection.noMore(),
          "How long a browser that stays away is remembered; no browser remembers longer than 400"
              + " days.");

  static final List<Property<?>> PROPERTIES = List.of(SECRETS, COOKIE_NAME, MAX_AGE);

  private GuestSection() {}

  static GuestSettings settings(Values values) {
    return new GuestSettings(values.get(SECRETS), values.get(COOKIE_NAME), values.get(MAX_AGE));
  }

  private static String name(String text) throws InvalidValue {
    if (!NAME.matcher(text).matches()) {
      throw InvalidValue.of("must be " + NAME_SYNTAX);
    }
    if (text.startsWith("__")) {
      throw InvalidValue.of("must not begin with __", "the prefix comes by itself");
    }
    return text;
  }

  private static List<Secret> notTooMany(List<Secret> secrets) throws InvalidValue {
    if (secrets.size() > MOST_SECRETS) {
      throw InvalidValue.withoutValue("must hold at most " + MOST_SECRETS + " secrets", "");
    }
    return secrets;
  }
}
