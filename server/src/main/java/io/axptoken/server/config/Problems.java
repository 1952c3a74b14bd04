package io.axptoken.server.config;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong. */
final class Problems {
  private final List<ConfigProblem> found;

  Problems() {
    this(List.of());
  }

  /** Begins with these. */
  Problems(List<ConfigProblem> earlier) {
    this.found = new ArrayList<>(earlier);
  }

  void add(String key, String message, Origin origin) {
    boolean placed = origin.source() != Origin.Source.DEFAULT;
    found.add(new ConfigProblem(key, message, placed ? origin.where() : ""));
  }

  void add(Property<?> property, InvalidValue invalid, String written, Origin origin) {
    for (InvalidValue.Fault fault : invalid.faults()) {
      String entry = fault.entry() == null ? "" : "." + Shown.key(fault.entry());
      add(property.key() + entry, fault.message(written, property.isSecret()), origin);
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<ConfigProblem> list() {
    return List.copyOf(found);
  }
}
