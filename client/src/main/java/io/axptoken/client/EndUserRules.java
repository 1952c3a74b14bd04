package io.axptoken.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The platform's own rules for an end user's attributes, checked before any call is made. Lengths
 * are counted in UTF-16 units, as the platform does; control characters and half surrogate pairs
 * are refused everywhere, for they have no place in a name and break logs and headers.
 */
public final class EndUserRules {
  /** The longest id, and the longest identifier value. */
  public static final int MAX_ID_LENGTH = 256;

  /** The longest name. */
  public static final int MAX_NAME_LENGTH = 70;

  /** How many types of identifiers one user may have. */
  public static final int MAX_IDENTIFIER_TYPES = 10;

  /** The longest name of an identifier type. */
  public static final int MAX_IDENTIFIER_TYPE_LENGTH = 50;

  /** How many values one identifier type may have. */
  public static final int MAX_IDENTIFIER_VALUES = 5;

  /**
   * How many bytes all values of identifiers may have together, in UTF-8: as many as the longest
   * ones of ASCII. With more, requests would outgrow what servers take: Infinity gets each byte of
   * other letters as three characters.
   */
  public static final int MAX_IDENTIFIER_BYTES =
      MAX_IDENTIFIER_TYPES * MAX_IDENTIFIER_VALUES * MAX_ID_LENGTH;

  private static final String MISSING = "is missing";

  private final List<Violation> violations = new ArrayList<>();

  private EndUserRules() {}

  /**
   * All broken rules, in the order of the fields; empty when the user is acceptable. The fields are
   * called {@code id}, {@code name} and as {@link #identifierField} says; of identifiers beyond a
   * limit only their number is told. What is {@code null} and must not be counts as missing.
   *
   * @param id the id, which is required
   * @param name what agents see, or {@code null}
   * @param identifiers values by identifier type, or {@code null} for none
   * @return the broken rules
   */
  public static List<Violation> violations(
      @Nullable String id,
      @Nullable String name,
      @Nullable Map<String, ? extends @Nullable List<? extends @Nullable String>> identifiers) {
    EndUserRules rules = new EndUserRules();
    rules.checkText("id", id, 1, MAX_ID_LENGTH);
    if (name != null) {
      rules.checkText("name", name, 0, MAX_NAME_LENGTH);
    }
    if (identifiers != null) {
      rules.checkIdentifiers(identifiers);
    }
    return List.copyOf(rules.violations);
  }

  private void checkIdentifiers(
      Map<String, ? extends @Nullable List<? extends @Nullable String>> identifiers) {
    if (identifiers.size() > MAX_IDENTIFIER_TYPES) {
      broken("identifiers", "must have at most " + MAX_IDENTIFIER_TYPES + " types");
    }
    int index = 0;
    for (var identifier : identifiers.entrySet()) {
      if (index == MAX_IDENTIFIER_TYPES) {
        return;
      }
      checkIdentifier(index, identifier.getKey(), identifier.getValue());
      index++;
    }
    if (violations.isEmpty() && bytesOf(identifiers) > MAX_IDENTIFIER_BYTES) {
      broken(
          "identifiers", "must have at most " + MAX_IDENTIFIER_BYTES + " bytes of values in UTF-8");
    }
  }

  private static int bytesOf(
      Map<String, ? extends @Nullable List<? extends @Nullable String>> identifiers) {
    int bytes = 0;
    for (List<? extends @Nullable String> values : identifiers.values()) {
      for (String value : values == null ? List.<String>of() : values) {
        bytes +=
            value == null || value.isEmpty() ? 0 : value.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return bytes;
  }

  /**
   * What the values of an identifier type are called in violations: {@code identifiers.} and the
   * type; or, as a type that breaks the rules is not to be repeated, {@code identifiers[2]} for the
   * third one.
   *
   * @param index the type's place in the order of the map, from 0
   * @param type the identifier type, such as {@code emailAddresses}
   * @return the name, such as {@code identifiers.emailAddresses}
   */
  public static String identifierField(int index, @Nullable String type) {
    return type != null && isType(type) ? "identifiers." + type : "identifiers[" + index + "]";
  }

  private static boolean isType(String type) {
    return !type.isEmpty() && type.length() <= MAX_IDENTIFIER_TYPE_LENGTH && isPlain(type);
  }

  private void checkIdentifier(
      int index, @Nullable String type, @Nullable List<? extends @Nullable String> values) {
    String field = identifierField(index, type);
    if (type == null || !isType(type)) {
      broken(
          field,
          "the type must be 1 to "
              + MAX_IDENTIFIER_TYPE_LENGTH
              + " characters long, without control characters or broken Unicode");
    }
    if (values == null) {
      broken(field, MISSING);
      return;
    }
    if (values.size() > MAX_IDENTIFIER_VALUES) {
      broken(field, "must have at most " + MAX_IDENTIFIER_VALUES + " values");
    }
    for (int i = 0; i < Math.min(values.size(), MAX_IDENTIFIER_VALUES); i++) {
      checkText(field + "[" + i + "]", values.get(i), 1, MAX_ID_LENGTH);
    }
  }

  private void checkText(String field, @Nullable String text, int min, int max) {
    if (text == null) {
      broken(field, MISSING);
    } else if (text.length() < min || text.length() > max) {
      broken(field, lengthRule(min, max));
    } else if (!isPlain(text)) {
      broken(field, "must not contain control characters or broken Unicode");
    }
  }

  private static String lengthRule(int min, int max) {
    return min == 0
        ? "must be at most " + max + " characters long"
        : "must be " + min + " to " + max + " characters long";
  }

  private void broken(String field, String message) {
    violations.add(new Violation(field, message));
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!startsPair(text, i)) {
          return false;
        }
        i++;
      } else if (Character.isISOControl(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsPair(String text, int index) {
    return Character.isHighSurrogate(text.charAt(index))
        && index + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(index + 1));
  }
}
