package io.axptoken.service.config.schema;

import io.axptoken.service.config.type.Mapped;
import io.axptoken.service.config.type.Types;
import io.axptoken.service.config.type.ValueType;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One setting, declared once: parsing, names, checks, problems, redaction and the reference all
 * come from here.
 *
 * @param key the dotted key
 * @param home the key under which it is declared; another one for a setting of a named group
 * @param type how its values are written; says too whether they are secret
 * @param defaultText the default as one would write it, or {@code null} for a required setting
 * @param protection in which direction it protects less
 * @param doc what it is for, in a sentence or two
 */
public record Property<T>(
    String key,
    String home,
    ValueType<T> type,
    @Nullable String defaultText,
    Protection<T> protection,
    String doc) {
  private static final Pattern WORD_BORDER = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[.-]");

  public static <T> Property<T> required(
      String key, ValueType<T> type, Protection<T> protection, String doc) {
    return new Property<>(key, key, type, null, protection, doc);
  }

  public static <T> Property<T> optional(
      String key, ValueType<T> type, String defaultText, Protection<T> protection, String doc) {
    return new Property<>(key, key, type, defaultText, protection, doc);
  }

  /** The same setting with what another program takes without a value. */
  public Property<T> or(String otherDefault) {
    return new Property<>(key, home, type, otherDefault, protection, doc);
  }

  /** This setting in a named group, under another key. */
  Property<T> at(String keyInGroup) {
    return new Property<>(keyInGroup, home, type, defaultText, protection, doc);
  }

  /** Whether it is a setting of a named group. */
  public boolean isOfGroup() {
    return !key.equals(home);
  }

  /** {@code AXP_CLIENT_SECRET} for {@code axp.clientSecret}. */
  public String environmentName() {
    return environmentName(key);
  }

  public static String environmentName(String key) {
    return WORD_BORDER.matcher(key).replaceAll("_").toUpperCase(Locale.ROOT);
  }

  public boolean isRequired() {
    return defaultText == null;
  }

  /** What to do about its absence. */
  public String missing() {
    return isOfGroup()
        ? "is required: set it there, or as %s in the environment, or %s for all %s"
            .formatted(environmentName(), home, key.substring(0, key.indexOf('.')))
        : "is required: set it in the configuration file, or as %s in the environment"
            .formatted(environmentName());
  }

  /** Whether it takes a list or a map. */
  public boolean isCollection() {
    return type.isCollection();
  }

  public boolean isMap() {
    return type instanceof Mapped;
  }

  /** Whether almost any text is a value. */
  public boolean isFreeText() {
    return isSecret() || Types.isFree(type);
  }

  public boolean isSecret() {
    return type.secret();
  }
}
