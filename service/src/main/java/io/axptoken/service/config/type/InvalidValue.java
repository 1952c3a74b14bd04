package io.axptoken.service.config.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value that breaks the rule of its setting: one or more faults, no stack trace. */
public final class InvalidValue extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  public InvalidValue(List<Fault> faults) {
    super("invalid value", null, false, false);
    this.faults = List.copyOf(faults);
  }

  /** The rule, as the end of "must …" or a whole statement, and perhaps a word of advice. */
  public static InvalidValue of(String statement, String advice) {
    return new InvalidValue(List.of(new Fault(statement, advice, null, null, true)));
  }

  public static InvalidValue of(String statement) {
    return of(statement, "");
  }

  /** For what is wrong whatever the value says, or where the value may hold a password. */
  public static InvalidValue withoutValue(String statement, String advice) {
    return new InvalidValue(List.of(new Fault(statement, advice, null, null, false)));
  }

  public List<Fault> faults() {
    return faults;
  }

  /**
   * One fault.
   *
   * @param statement what is wrong, such as "must be true or false"
   * @param advice what to do beyond the obvious, or {@code ""}
   * @param entry the name of the entry that is meant, if the value is a map; else {@code null}
   * @param culprit the part of the value that is meant, or {@code null} for all of it
   * @param showable whether the value may be shown
   */
  public record Fault(
      String statement,
      String advice,
      @Nullable String entry,
      @Nullable String culprit,
      boolean showable) {
    Fault in(String part) {
      return culprit == null ? new Fault(statement, advice, entry, part, showable) : this;
    }

    public Fault at(@Nullable String name) {
      return new Fault(statement, advice, name, culprit, showable);
    }

    /** The message, showing the given value unless a part of it is the culprit. */
    public String message(String whole, boolean secret) {
      String value = culprit == null ? whole : culprit;
      String shown = secret || !showable ? "" : ", but is " + DisplayText.quoted(value);
      return statement + shown + (advice.isEmpty() ? "" : ": " + advice);
    }
  }
}
