package io.axptoken.server.observe;

import java.util.function.BiConsumer;

/**
 * An event on its way into the log. It is put into words where the line is written, so that who
 * decides does not wait for it.
 *
 * @param notWritten how many events of the same outcome were left out before it
 */
record AuditEntry(AuditEvent event, AuditPrivacy privacy, int notWritten) {
  private static final AuditField[] FIELDS = AuditField.values();

  /** Gives each field that has a value. */
  void forEach(BiConsumer<AuditField, Object> consumer) {
    for (AuditField field : FIELDS) {
      Object value = field.of(this);
      if (value != null) {
        consumer.accept(field, value);
      }
    }
  }

  /** The message of a text line: {@code name=value}, divided by blanks. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(200);
    forEach((field, value) ->
        text.append(text.isEmpty() ? "" : " ").append(field.textName()).append('=').append(value));
    return text.toString();
  }
}
