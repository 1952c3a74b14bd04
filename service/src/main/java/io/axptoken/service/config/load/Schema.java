package io.axptoken.service.config.load;

import io.axptoken.service.config.schema.Catalogue;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.RawValues;
import io.axptoken.service.config.schema.Values;
import java.util.Map;

/**
 * What a program can be configured with, and what the values make.
 *
 * @param <S> the settings that they make
 */
public interface Schema<S> {
  /** Every section and setting that there is. */
  Catalogue catalogue();

  /** Whether a setting has an effect beside the others: what has none protects nothing. */
  boolean isUsed(Property<?> property, Values values);

  /** Reads all values; whatever is out of order is a problem by then. */
  Draft<S> read(SettingsReader reader, RawValues given);

  /**
   * Values that were read, before they are known to go together.
   *
   * @param <S> the settings that they make
   */
  interface Draft<S> {
    /** Those outside the named groups. */
    Values top();

    /** Those of each group, and of what is like one, by name. */
    Map<String, Values> groups();

    /** Checks what concerns more than one setting. */
    void check(Scope scope);

    /** The settings, if there is no problem. */
    S settings();
  }
}
