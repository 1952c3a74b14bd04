package io.axptoken.service.observe.access;

import io.axptoken.service.observe.audit.AuditPrivacy;
import io.axptoken.service.observe.log.LogField;
import io.axptoken.service.observe.log.StructuredEntry;
import java.util.function.BiConsumer;

/**
 * A request on its way into the log.
 *
 * @param group names the group
 */
public record AccessEntry(AccessEvent event, AuditPrivacy privacy, LogField group)
    implements StructuredEntry {
  private static final AccessField[] FIELDS = AccessField.values();

  @Override
  public String message() {
    return "request";
  }

  @Override
  public void forEach(BiConsumer<LogField, Object> consumer) {
    for (AccessField field : FIELDS) {
      Object value = field.of(this);
      if (value != null) {
        consumer.accept(field == AccessField.GROUP ? group : field, value);
      }
    }
  }

  @Override
  public String toString() {
    return words();
  }
}
