package io.axptoken.service.config.type;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Values out of a fixed list of names, some of which may still be to come. */
public final class Choice {
  private static final Pattern WORD = Pattern.compile("_([a-z])");

  private Choice() {}

  /** The constants of an enum by their names, {@code API_KEY} as {@code apiKey}. */
  public static <E extends Enum<E>> ValueType.One<E> of(Class<E> type) {
    return of(type, List.of());
  }

  /**
   * As above, with names that are known but not available.
   *
   * @param later names that later versions understand
   */
  public static <E extends Enum<E>> ValueType.One<E> of(Class<E> type, List<String> later) {
    Map<String, E> byName = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      byName.put(name(constant), constant);
    }
    String syntax = String.join(" or ", byName.keySet());
    return ValueType.of(syntax, text -> choose(text, byName, later));
  }

  /** How a constant is written. */
  public static String name(Enum<?> constant) {
    String lower = constant.name().toLowerCase(Locale.ROOT);
    return WORD.matcher(lower).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
  }

  private static <E> E choose(String text, Map<String, E> byName, List<String> later)
      throws InvalidValue {
    for (Map.Entry<String, E> choice : byName.entrySet()) {
      if (choice.getKey().equalsIgnoreCase(text)) {
        return choice.getValue();
      }
    }
    String rule = "must be " + String.join(" or ", byName.keySet());
    if (later.stream().anyMatch(text::equalsIgnoreCase)) {
      throw InvalidValue.of(rule, "that one is not available in this version");
    }
    String nearest = Nearest.key(text, byName.keySet());
    throw InvalidValue.of(rule, nearest == null ? "" : "did you mean " + nearest + "?");
  }
}
