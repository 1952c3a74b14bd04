package io.axptoken.service.config.schema;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Named groups of settings, such as {@code integrations}: each may have some settings of its own,
 * and inherits the others.
 *
 * @param section the top-level key that they stand below
 * @param noun what one of them is called
 * @param reserved the name that none may have
 * @param reservedFor why not
 * @param places where a setting stands in a group by its key outside, or {@code null} if there is
 *     but one for all
 */
public record Family(
    String section,
    String noun,
    String reserved,
    String reservedFor,
    Function<String, @Nullable String> places) {
  /** No groups at all. */
  static final Family NONE = new Family("", "", "", "", _ -> null);

  /** What the keys of all groups begin with. */
  String prefix() {
    return section + ".";
  }

  /** What the environment variables of all groups begin with. */
  public String environmentPrefix() {
    return Property.environmentName(prefix());
  }

  /** Where a setting stands in a group, or {@code null} if there is but one for all. */
  public @Nullable String place(String key) {
    return places.apply(key);
  }

  /** The key of a setting in a group. */
  public String key(String group, String key) {
    return prefix() + group + "." + place(key);
  }

  /** The setting of a group that takes the place of one outside. */
  public <T> Property<T> of(String group, Property<T> property) {
    return property.at(key(group, property.home()));
  }
}
