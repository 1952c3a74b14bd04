package io.axptoken.sandbox.chat.room;

import java.util.List;

/** A call that waits for events. */
@FunctionalInterface
public interface Poll {
  /** Takes the events, none when it waited in vain; called once. */
  void answer(List<Event> events);
}
