package io.axptoken.server.transport;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls that wait for a connection, who came first in front. To be used on one event loop. */
final class WaitingCalls {
  private final Map<Exchange, Long> numbers = new LinkedHashMap<>();
  private long last;

  void add(Exchange exchange) {
    last++;
    numbers.put(exchange, last);
  }

  void remove(Exchange exchange) {
    numbers.remove(exchange);
  }

  boolean isEmpty() {
    return numbers.isEmpty();
  }

  int size() {
    return numbers.size();
  }

  /** The number of the first; somebody must wait. */
  long oldest() {
    return numbers.values().iterator().next();
  }

  /** The number of who came last. */
  long newest() {
    return last;
  }

  /** Takes the first out, or returns {@code null} if nobody waits. */
  @Nullable Exchange takeFirst() {
    Iterator<Exchange> all = numbers.keySet().iterator();
    if (!all.hasNext()) {
      return null;
    }
    Exchange first = all.next();
    all.remove();
    return first;
  }

  /** Takes out who had come before that number was given, all of them or the first alone. */
  List<Exchange> takeUntil(long newest, boolean all) {
    List<Exchange> taken = new ArrayList<>();
    Iterator<Map.Entry<Exchange, Long>> each = numbers.entrySet().iterator();
    while (each.hasNext() && (all || taken.isEmpty())) {
      Map.Entry<Exchange, Long> entry = each.next();
      if (entry.getValue() > newest) {
        break;
      }
      taken.add(entry.getKey());
      each.remove();
    }
    return taken;
  }

  /** Takes all out. */
  List<Exchange> takeAll() {
    return takeUntil(last, true);
  }
}
