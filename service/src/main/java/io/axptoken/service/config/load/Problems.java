package io.axptoken.service.config.load;

import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.ValueOrigin;
import io.axptoken.service.config.type.DisplayText;
import io.axptoken.service.config.type.InvalidValue;
import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong. */
public final class Problems {
  private final List<ConfigProblem> found;

  public Problems() {
    this(List.of());
  }

  /** Begins with these. */
  public Problems(List<ConfigProblem> earlier) {
    this.found = new ArrayList<>(earlier);
  }

  void add(String key, String message, ValueOrigin origin) {
    boolean placed = origin.source() != ValueOrigin.Source.DEFAULT;
    found.add(new ConfigProblem(key, message, placed ? origin.where() : ""));
  }

  void add(Property<?> property, InvalidValue invalid, String written, ValueOrigin origin) {
    for (InvalidValue.Fault fault : invalid.faults()) {
      String entry = fault.entry() == null ? "" : "." + DisplayText.key(fault.entry());
      add(property.key() + entry, fault.message(written, property.isSecret()), origin);
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  public List<ConfigProblem> list() {
    return List.copyOf(found);
  }
}
