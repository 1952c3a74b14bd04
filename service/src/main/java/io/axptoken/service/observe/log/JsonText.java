package io.axptoken.service.observe.log;

/** Writes one line of JSON, with values that cannot break out of it. */
final class JsonText {
  private final StringBuilder text = new StringBuilder(256);

  /** Begins an object. */
  JsonText begin() {
    text.append('{');
    return this;
  }

  /** Begins an object that is the value of a field. */
  JsonText object(String name) {
    name(name);
    return begin();
  }

  /** Ends the innermost object. */
  JsonText end() {
    text.append('}');
    return this;
  }

  /** A field whose value is a number, a truth value, or anything else as text. */
  JsonText field(String name, Object value) {
    name(name);
    if (value instanceof Number || value instanceof Boolean) {
      text.append(value);
    } else {
      text.append('"');
      Escapes.json(text, value.toString());
      text.append('"');
    }
    return this;
  }

  /** All of it, with a line break. */
  String line() {
    return text.append('\n').toString();
  }

  private void name(String name) {
    if (text.charAt(text.length() - 1) != '{') {
      text.append(',');
    }
    text.append('"').append(name).append("\":");
  }
}
