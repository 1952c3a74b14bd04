package io.axptoken.server.settings.schema;

import static io.axptoken.service.config.schema.Property.optional;

import io.axptoken.server.settings.ApiKeySettings;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Protection;
import io.axptoken.service.config.schema.Values;
import io.axptoken.service.config.type.InvalidValue;
import io.axptoken.service.config.type.Mapped;
import io.axptoken.service.config.type.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Settings {@code identity.apiKey}. */
public final class ApiKeySection {
  private static final String HASH_SYNTAX = "the SHA-256 of a key, 64 hexadecimal digits";
  private static final String NAME_SYNTAX = "1 to 64 letters, digits, dots, dashes and underscores";
  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  public static final Property<Map<String, List<String>>> KEYS =
      optional(
          "identity.apiKey.keys",
          new Mapped<>(
              "names, each with " + HASH_SYNTAX + ", or a list of them",
              ApiKeySection::name,
              new ValueType.Many<>(
                  HASH_SYNTAX, ValueType.of(HASH_SYNTAX, ApiKeySection::hash), hashes -> hashes)),
          "",
          Protection.keys(),
          "The backends that may ask with mode apiKey, by names of your choice: the SHA-256 of the"
              + " key of each, or of several while one takes the place of another."
              + " token-server apikey new makes a key and its hash.");

  static final List<Property<?>> PROPERTIES = List.of(KEYS);

  private ApiKeySection() {}

  static ApiKeySettings settings(Values values) {
    return new ApiKeySettings(values.get(KEYS));
  }

  private static String name(String text) throws InvalidValue {
    if (NAME.matcher(text).matches()) {
      return text;
    }
    throw InvalidValue.withoutValue("has a name that must be " + NAME_SYNTAX, "");
  }

  /** Never shows what is no hash: it may be the key itself. */
  private static String hash(String text) throws InvalidValue {
    if (HASH.matcher(text).matches()) {
      return text.toLowerCase(Locale.ROOT);
    }
    throw InvalidValue.withoutValue(
        "must be " + HASH_SYNTAX,
        "should this be a key itself, take it out, as only hashes belong here; token-server apikey"
            + " new prints a key with its hash");
  }
}
