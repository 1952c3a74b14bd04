package io.axptoken.server.observe;

import io.axptoken.service.observe.log.LogField;
import io.axptoken.service.observe.log.StructuredEntry;
import java.util.function.BiConsumer;

/**
 * A decision on its way into the log.
 *
 * @param notWritten how many events of the same outcome were left out before it
 */
record AuditEntry(AuditEvent event, AuditPrivacy privacy, int notWritten)
    implements StructuredEntry {
  private static final AuditField[] FIELDS = AuditField.values();

  @Override
  public String message() {
    return "decision";
  }

  @Override
  public void forEach(BiConsumer<LogField, Object> consumer) {
    for (AuditField field : FIELDS) {
      Object value = field.of(this);
      if (value != null) {
        consumer.accept(field, value);
      }
    }
  }

  @Override
  public String toString() {
    return words();
  }
}
