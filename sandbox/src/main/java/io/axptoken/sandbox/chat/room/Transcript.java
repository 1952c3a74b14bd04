package io.axptoken.sandbox.chat.room;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Spliterators;
import java.util.stream.StreamSupport;

/** The messages of an engagement, as many as are kept. */
public final class Transcript {
  private final Deque<Message> messages = new ArrayDeque<>();
  private final int capacity;
  private final Tally tally;
  private long nextIndex = 1;

  Transcript(int capacity, Tally tally) {
    this.capacity = capacity;
    this.tally = tally;
  }

  long nextIndex() {
    return nextIndex++;
  }

  void add(Message message) {
    messages.addLast(message);
    tally.add(message.text().length());
    if (messages.size() > capacity) {
      tally.remove(messages.removeFirst().text().length());
    }
  }

  /** All of them, the oldest first. */
  List<Message> all() {
    return List.copyOf(messages);
  }

  /** A page of those up to that index, the newest first; without an index, of all. */
  Page page(OptionalLong upTo, int size, int number) {
    long bound = upTo.orElse(nextIndex - 1);
    List<Message> known = newestFirst(bound);
    int from = (int) Math.min(known.size(), (number - 1L) * size);
    int to = (int) Math.min(known.size(), number * (long) size);
    return new Page(known.subList(from, to), known.size(), bound, to < known.size());
  }

  /** Ends its part in what is kept of all; it can still be read. */
  void release() {
    messages.forEach(message -> tally.remove(message.text().length()));
  }

  private List<Message> newestFirst(long bound) {
    Iterator<Message> newest = messages.descendingIterator();
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(newest, 0), false)
        .dropWhile(message -> message.index() > bound)
        .toList();
  }

  /**
   * Some of the messages.
   *
   * @param messages the newest first
   * @param total how many there are up to the bound
   * @param bound the index above which none is told of, on the pages that follow either
   * @param hasNext whether there are older ones
   */
  public record Page(List<Message> messages, int total, long bound, boolean hasNext) {}
}
