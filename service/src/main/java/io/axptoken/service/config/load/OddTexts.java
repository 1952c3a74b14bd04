package io.axptoken.service.config.load;

import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.ValueOrigin;
import io.axptoken.service.config.type.DisplayText;
import io.axptoken.service.config.type.Types;
import io.axptoken.service.config.type.UnparsedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Warns of values that are probably not what was meant, and are taken to the letter nonetheless:
 * quotes that whoever handed them on has kept, or characters that nobody sees. A secret may have
 * them, so that they are no faults.
 */
final class OddTexts {
  private static final Map<Character, String> QUOTES =
      Map.of(
          '"', "\"",
          '\'', "'",
          '`', "`",
          '\u201c', "\u201d",
          '\u2018', "\u2019",
          '\u201e', "\u201c\u201d",
          '\u201a', "\u2018\u2019",
          '\u00ab', "\u00bb");

  private final List<String> warnings = new ArrayList<>();

  /** What is odd of all that was looked at. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Looks at a value with its references resolved. */
  void look(Property<?> property, UnparsedValue input, ValueOrigin origin) {
    List<UnparsedValue.Part> parts = input.parts();
    if (parts.isEmpty()) {
      return;
    }
    String first = parts.getFirst().text();
    String last = parts.getLast().text();
    boolean quoted = areQuotes(first, last) || isAnyQuoted(parts);
    if (quoted && !mayHaveQuotes(property)) {
      warn(property, "has quotes around it that are part of the value: remove them", origin);
    } else if (property.isCollection() && areBrackets(first, last)) {
      warn(property, "has brackets that are part of a value: separate values by commas", origin);
    }
    if (isAnyUnseen(parts)) {
      warn(
          property,
          "has a character in it that is not seen, such as a non-breaking blank: type the value"
              + " by hand",
          origin);
    }
    if (!first.equals(first.strip())) {
      warn(property, "begins or ends with a blank, which is part of it: is that meant?", origin);
    }
  }

  private void warn(Property<?> property, String what, ValueOrigin origin) {
    warnings.add(property.key() + " " + what + " (" + DisplayText.plain(origin.where()) + ")");
  }

  /** Paths of claims are written with quotes around what has a dot in it. */
  private static boolean mayHaveQuotes(Property<?> property) {
    return property.isMap() && !property.isFreeText();
  }

  /** In a loop, as it is asked for each setting of hundreds of groups. */
  private static boolean isAnyQuoted(List<UnparsedValue.Part> parts) {
    for (UnparsedValue.Part part : parts) {
      if (areQuotes(part.text(), part.text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAnyUnseen(List<UnparsedValue.Part> parts) {
    for (UnparsedValue.Part part : parts) {
      if (hasUnseen(part.text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean areQuotes(String first, String last) {
    return mayEnclose(first, last)
        && QUOTES.getOrDefault(first.charAt(0), "").indexOf(last.charAt(last.length() - 1)) >= 0;
  }

  private static boolean areBrackets(String first, String last) {
    return mayEnclose(first, last)
        && ((first.charAt(0) == '[' && last.endsWith("]"))
            || (first.charAt(0) == '{' && last.endsWith("}")));
  }

  private static boolean mayEnclose(String first, String last) {
    return !first.isEmpty() && !last.isEmpty() && first.length() + last.length() > 2;
  }

  private static boolean hasUnseen(String text) {
    return !Types.isPrintableAscii(text) && text.codePoints().anyMatch(OddTexts::isUnseen);
  }

  private static boolean isUnseen(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.FORMAT || (type == Character.SPACE_SEPARATOR && codePoint != ' ');
  }
}
