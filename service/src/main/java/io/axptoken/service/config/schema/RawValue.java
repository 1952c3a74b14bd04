package io.axptoken.service.config.schema;

import io.axptoken.service.config.type.UnparsedValue;
import java.util.List;

/** A value as it was written, before references are resolved and before its type is known. */
public sealed interface RawValue {
  ValueOrigin origin();

  /** Whether there is nothing in it. */
  default boolean isNothing() {
    return false;
  }

  /** A single value. */
  record Text(String text, ValueOrigin origin) implements RawValue {
    @Override
    public boolean isNothing() {
      return text.isEmpty();
    }

    /** Says nothing of the text: it may be a secret's. */
    @Override
    public String toString() {
      return "Text[REDACTED, " + origin + "]";
    }
  }

  /** A list of single values, or an empty section. */
  record Items(List<String> items, ValueOrigin origin) implements RawValue {
    /** Says nothing of the items: they may be secrets'. */
    @Override
    public String toString() {
      return "Items[REDACTED, " + origin + "]";
    }
  }

  /** A section with keys of the operator's choice; a key with a list comes once per entry. */
  record Entries(List<UnparsedValue.Part> entries, ValueOrigin origin) implements RawValue {
    /** Says nothing of the entries: they may be secrets'. */
    @Override
    public String toString() {
      return "Entries[REDACTED, " + origin + "]";
    }
  }

  /** A key with nothing behind it. */
  record Nothing(ValueOrigin origin) implements RawValue {
    @Override
    public boolean isNothing() {
      return true;
    }
  }

  /**
   * Something no setting takes.
   *
   * @param what as the end of "but is …"
   */
  record Unusable(String what, ValueOrigin origin) implements RawValue {}
}
