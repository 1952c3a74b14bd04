package io.axptoken.sandbox.chat.room;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The events of a session that its client has not acknowledged. Being read removes none: an answer
 * may be lost, and clients throw some of them away unread.
 */
final class EventQueue {
  private final Deque<Event> events = new ArrayDeque<>();
  private final int capacity;
  private final Tally tally;

  EventQueue(int capacity, Tally tally) {
    this.capacity = capacity;
    this.tally = tally;
  }

  void add(Event event) {
    events.addLast(event);
    tally.add(event.chars());
    if (events.size() > capacity) {
      removeFirst();
    }
  }

  /** Forgets that event and all before it; an id that is not here acknowledges nothing. */
  void acknowledge(Optional<String> lastEventId) {
    if (lastEventId.isEmpty() || !holds(lastEventId.get())) {
      return;
    }
    while (!removeFirst().id().equals(lastEventId.get())) {
      // All before it as well.
    }
  }

  /** All of them, the oldest first. */
  List<Event> unacknowledged() {
    return List.copyOf(events);
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  void clear() {
    while (!events.isEmpty()) {
      removeFirst();
    }
  }

  private boolean holds(String id) {
    return events.stream().anyMatch(event -> event.id().equals(id));
  }

  private Event removeFirst() {
    Event first = events.removeFirst();
    tally.remove(first.chars());
    return first;
  }
}
