package io.axptoken.server.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values out of a fixed list of names, some of which may still be to come. */
final class Choice {
  private Choice() {}

  /** The constants of an enum by their names in lower case. */
  static <E extends Enum<E>> ValueType.One<E> of(Class<E> type) {
    return of(type, List.of());
  }

  /**
   * As above, with names that are known but not available.
   *
   * @param later names that later versions understand
   */
  static <E extends Enum<E>> ValueType.One<E> of(Class<E> type, List<String> later) {
    Map<String, E> byName = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      byName.put(constant.name().toLowerCase(Locale.ROOT), constant);
    }
    String syntax = String.join(" or ", byName.keySet());
    return ValueType.of(syntax, text -> choose(text, byName, later));
  }

  private static <E> E choose(String text, Map<String, E> byName, List<String> later)
      throws InvalidValue {
    E chosen = byName.get(text.toLowerCase(Locale.ROOT));
    if (chosen != null) {
      return chosen;
    }
    String rule = "must be " + String.join(" or ", byName.keySet());
    if (later.stream().anyMatch(text::equalsIgnoreCase)) {
      throw InvalidValue.of(rule, "that one is not available in this version");
    }
    String nearest = Nearest.key(text, byName.keySet());
    throw InvalidValue.of(rule, nearest == null ? "" : "did you mean " + nearest + "?");
  }
}
