package io.axptoken.service.observe.log;

import java.util.function.BiConsumer;

/**
 * An event on its way into the log, with fields of its own. It is put into words where the line is
 * written, so that who reports it does not wait for that.
 */
public interface StructuredEntry {
  /** What a person reads first; the same for like events. */
  String message();

  /** Gives each field that has a value: a number or a text. */
  void forEach(BiConsumer<LogField, Object> consumer);

  /** The message of a text line: {@code name=value}, divided by blanks. */
  default String words() {
    StringBuilder text = new StringBuilder(200);
    forEach((field, value) ->
        text.append(text.isEmpty() ? "" : " ").append(field.text()).append('=').append(value));
    return text.toString();
  }
}
