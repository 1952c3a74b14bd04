package io.axptoken.sandbox.chat.room;

import io.axptoken.sandbox.chat.time.ChatLoop;
import io.axptoken.sandbox.chat.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A page's connection to the chat: the events that it is to get, and its polls that wait. */
public final class Session implements Owned {
  private final String id = UUID.randomUUID().toString();
  private final UserId user;
  private final Profile profile;
  private final EventQueue queue;
  private final ChatLoop loop;
  private final int maxPolls;
  private final Map<Poll, Timers.Timer> held = new LinkedHashMap<>();
  private Instant usedAt = Instant.MIN;
  private long polls;
  private boolean flushing;
  private boolean closed;

  /**
   * What a page says about itself.
   *
   * @param displayName how to call the customer
   * @param clientType such as {@code web}
   * @param parameters the page's own
   */
  public record Profile(String displayName, String clientType, Map<String, String> parameters) {
    /** With its own copy of the parameters. */
    public Profile {
      parameters = Map.copyOf(parameters);
    }
  }

  Session(UserId user, Profile profile, EventQueue queue, ChatLoop loop, int maxPolls) {
    this.user = user;
    this.profile = profile;
    this.queue = queue;
    this.loop = loop;
    this.maxPolls = maxPolls;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public UserId user() {
    return user;
  }

  /** What its page says about itself. */
  public Profile profile() {
    return profile;
  }

  @Override
  public Instant usedAt() {
    return usedAt;
  }

  @Override
  public void usedAt(Instant time) {
    usedAt = time;
  }

  /**
   * Forgets what is acknowledged, and returns the rest. An id that is not in the queue, and none at
   * all, acknowledge nothing.
   */
  public List<Event> acknowledge(Optional<String> lastEventId) {
    polls++;
    queue.acknowledge(lastEventId);
    return queue.unacknowledged();
  }

  /** Answers this poll with the next events, or with none when the time is over. */
  public void hold(Poll poll, Duration time) {
    if (held.size() >= maxPolls) {
      answer(held.keySet().iterator().next(), List.of());
    }
    held.put(poll, loop.after(time, () -> answer(poll, List.of())));
  }

  /** Forgets a poll whose caller is gone. */
  public void drop(Poll poll) {
    Optional.ofNullable(held.remove(poll)).ifPresent(Timers.Timer::cancel);
  }

  /** Answers all polls that wait, with nothing. */
  public void endPolls() {
    answerAll(List.of());
  }

  /** How many polls there have been. */
  public long polls() {
    return polls;
  }

  /** How many polls wait. */
  public int heldPolls() {
    return held.size();
  }

  /** Queues an event; the polls that wait get it together with what else happens in this turn. */
  void queue(Event event) {
    if (closed) {
      return;
    }
    queue.add(event);
    if (!flushing) {
      flushing = true;
      loop.soon(this::flush);
    }
  }

  /** Ends: nothing of it remains. */
  void close() {
    closed = true;
    queue.clear();
    endPolls();
  }

  private void flush() {
    flushing = false;
    if (!queue.isEmpty()) {
      answerAll(queue.unacknowledged());
    }
  }

  private void answerAll(List<Event> events) {
    List.copyOf(held.keySet()).forEach(poll -> answer(poll, events));
  }

  private void answer(Poll poll, List<Event> events) {
    if (held.containsKey(poll)) {
      drop(poll);
      poll.answer(events);
    }
  }
}
