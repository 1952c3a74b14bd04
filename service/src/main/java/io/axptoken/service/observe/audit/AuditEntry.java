package io.axptoken.service.observe.audit;

import io.axptoken.service.observe.log.LogField;
import io.axptoken.service.observe.log.NamedField;
import io.axptoken.service.observe.log.StructuredEntry;
import java.util.function.BiConsumer;

/**
 * A decision on its way into the log.
 *
 * @param notWritten how many of the same weight were left out before it
 */
public record AuditEntry(AuditRecord decision, AuditPrivacy privacy, int notWritten)
    implements StructuredEntry {
  /** How many of the same weight were left out before it; the last of an event's fields. */
  public static final LogField NOT_WRITTEN =
      new NamedField("axp.not_written", "axp.not_written", "notWritten");

  @Override
  public String message() {
    return "decision";
  }

  @Override
  public void forEach(BiConsumer<LogField, Object> consumer) {
    decision.forEach(privacy, consumer);
    if (notWritten > 0) {
      consumer.accept(NOT_WRITTEN, notWritten);
    }
  }

  @Override
  public String toString() {
    return words();
  }
}
