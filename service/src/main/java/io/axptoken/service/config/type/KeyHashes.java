package io.axptoken.service.config.type;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The hashes of API keys, by the names of those who hold them. */
public final class KeyHashes {
  private static final String HASH_SYNTAX = "the SHA-256 of a key, 64 hexadecimal digits";
  private static final String NAME_SYNTAX = "1 to 64 letters, digits, dots, dashes and underscores";
  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private KeyHashes() {}

  /**
   * Names, each with one hash or more.
   *
   * @param maker the command that prints a key with its hash
   */
  public static ValueType<Map<String, List<String>>> madeBy(String maker) {
    return new Mapped<>(
        "names, each with " + HASH_SYNTAX + ", or a list of them",
        KeyHashes::name,
        new ValueType.Many<>(
            HASH_SYNTAX, ValueType.of(HASH_SYNTAX, text -> hash(text, maker)), hashes -> hashes));
  }

  private static String name(String text) throws InvalidValue {
    if (NAME.matcher(text).matches()) {
      return text;
    }
    throw InvalidValue.withoutValue("has a name that must be " + NAME_SYNTAX, "");
  }

  /** Never shows what is no hash: it may be the key itself. */
  private static String hash(String text, String maker) throws InvalidValue {
    if (HASH.matcher(text).matches()) {
      return text.toLowerCase(Locale.ROOT);
    }
    throw InvalidValue.withoutValue(
        "must be " + HASH_SYNTAX,
        "should this be a key itself, take it out, as only hashes belong here; "
            + maker
            + " prints a key with its hash");
  }
}
