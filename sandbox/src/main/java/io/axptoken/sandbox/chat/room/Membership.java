package io.axptoken.sandbox.chat.room;

import io.axptoken.sandbox.chat.time.ChatLoop;
import io.axptoken.sandbox.chat.time.Timers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session's part in an engagement. Clients misread events that overtake the answer to the call
 * that caused them: those of an engagement that they do not know yet are dropped, and a message of
 * their own whose id they do not know yet is shown twice. So events wait behind a gate until the
 * answer has surely arrived, in their order. The first of them tells that the customer is there,
 * and there is but one of that kind.
 */
public final class Membership {
  private final Session session;
  private final Engagement engagement;
  private final ChatLoop loop;
  private final Deque<Gate> gates = new ArrayDeque<>();
  private final Gate beginning;
  private boolean admitted;

  Membership(Session session, Engagement engagement, ChatLoop loop) {
    this.session = session;
    this.engagement = engagement;
    this.loop = loop;
    this.beginning = hold();
  }

  /** What holds up events until an answer is read. */
  public static final class Gate {
    private final List<Event> behind = new ArrayList<>();
    private Timers.@Nullable Timer timer;
    private boolean open;

    private Gate() {}
  }

  /** Says that the answer has been written; the first event follows that much later. */
  public void answered(Duration settling) {
    if (!admitted && beginning.timer == null) {
      beginning.timer = loop.after(settling, this::admit);
    }
  }

  /** Holds up what happens from now on. */
  public Gate hold() {
    Gate gate = new Gate();
    gates.addLast(gate);
    return gate;
  }

  /** Says that the answer has been written which this gate waits for; it opens that much later. */
  public void answered(Gate gate, Duration settling) {
    if (!gate.open) {
      gate.timer = loop.after(settling, () -> open(gate));
    }
  }

  /** Says that the client knows of the engagement, since it uses it. */
  void admit() {
    if (admitted || engagement.isOver()) {
      return;
    }
    admitted = true;
    session.queue(engagement.customerAdded());
    open(beginning);
    engagement.admitted();
  }

  void take(Event event) {
    if (gates.isEmpty()) {
      session.queue(event);
    } else {
      gates.getLast().behind.add(event);
    }
  }

  /** Takes back what was to come. */
  void cancel() {
    gates.forEach(Membership::cancel);
    gates.clear();
  }

  private void open(Gate gate) {
    cancel(gate);
    gate.open = true;
    while (!gates.isEmpty() && gates.getFirst().open) {
      gates.removeFirst().behind.forEach(session::queue);
    }
  }

  private static void cancel(Gate gate) {
    if (gate.timer != null) {
      gate.timer.cancel();
    }
  }
}
