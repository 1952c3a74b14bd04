package io.axptoken.push.store;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Rows by state. */
final class Counts {
  private Counts() {}

  static Map<String, Long> by(Handle handle, String select) {
    Map<String, Long> counts = new HashMap<>();
    handle
        .createQuery(select + " GROUP BY state")
        .map((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }
}
