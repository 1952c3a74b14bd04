package io.axptoken.server.transport;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls that wait for a connection, who came first in front. To be used on one event loop. */
final class WaitingCalls {
  private final Map<PlatformCall, Long> numbers = new LinkedHashMap<>();
  private long last;

  void add(PlatformCall call) {
    last++;
    numbers.put(call, last);
  }

  void remove(PlatformCall call) {
    numbers.remove(call);
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
  @Nullable PlatformCall takeFirst() {
    Iterator<PlatformCall> all = numbers.keySet().iterator();
    if (!all.hasNext()) {
      return null;
    }
    PlatformCall first = all.next();
    all.remove();
    return first;
  }

  /** Takes out who had come before that number was given, all of them or the first alone. */
  List<PlatformCall> takeUntil(long newest, boolean all) {
    List<PlatformCall> taken = new ArrayList<>();
    Iterator<Map.Entry<PlatformCall, Long>> each = numbers.entrySet().iterator();
    while (each.hasNext() && (all || taken.isEmpty())) {
      Map.Entry<PlatformCall, Long> entry = each.next();
      if (entry.getValue() > newest) {
        break;
      }
      taken.add(entry.getKey());
      each.remove();
    }
    return taken;
  }

  /** Takes all out. */
  List<PlatformCall> takeAll() {
    return takeUntil(last, true);
  }
}
