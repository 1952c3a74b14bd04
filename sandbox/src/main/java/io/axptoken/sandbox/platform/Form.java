package io.axptoken.sandbox.platform;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A form's fields in order, as {@code application/x-www-form-urlencoded} has them.
 *
 * @param fields decoded
 */
public record Form(List<Field> fields) {

  /**
   * One field, decoded.
   *
   * @param name what is left of the equals sign
   * @param value what is right of it
   */
  public record Field(String name, String value) {}

  /** Reads a form; text that is no form reads as fields that nobody asks for. */
  public static Form parse(String body) {
    List<Field> fields = new ArrayList<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals >= 0) {
        fields.add(
            new Field(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
      }
    }
    return new Form(List.copyOf(fields));
  }

  /** The first value of that name. */
  public Optional<String> value(String name) {
    return fields.stream().filter(field -> field.name.equals(name)).map(Field::value).findFirst();
  }

  /** Whether a name stands there twice. */
  public boolean repeats() {
    return fields.stream().map(Field::name).distinct().count() < fields.size();
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
