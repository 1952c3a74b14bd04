package io.axptoken.service.observe.audit;

import io.axptoken.service.observe.log.LogField;
import java.util.function.BiConsumer;

/** A decision of a program, as the audit log has it. It does not print who it is about. */
public interface AuditRecord {
  /** How much of them is written when there are very many. */
  enum Weight {
    /** Every one. */
    ALL,
    /** So many that a storm can be seen. */
    MANY,
    /** A few for each source. */
    FEW
  }

  /** How much of its like is written. */
  Weight weight();

  /** Where it comes from; {@link Weight#FEW} counts by it. */
  String source();

  /** Gives each field that has a value: a number, a text or true. */
  void forEach(AuditPrivacy privacy, BiConsumer<LogField, Object> consumer);
}
