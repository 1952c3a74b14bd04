package io.axptoken.sandbox.chat.room;

import io.axptoken.sandbox.chat.time.ChatLoop;
import io.axptoken.sandbox.chat.time.Timers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session's part in an engagement. Clients drop events of an engagement that they do not know
 * yet, for good; so its events wait until the answer that tells of it has surely arrived. The first
 * of them tells that the customer is there, and there is but one of that kind.
 */
public final class Membership {
  private final Session session;
  private final Engagement engagement;
  private final ChatLoop loop;
  private final List<Event> waiting = new ArrayList<>();
  private Timers.@Nullable Timer timer;
  private boolean admitted;

  Membership(Session session, Engagement engagement, ChatLoop loop) {
    this.session = session;
    this.engagement = engagement;
    this.loop = loop;
  }

  /** Says that the answer has been written; the first event follows that much later. */
  public void answered(Duration settling) {
    if (!admitted && timer == null) {
      timer = loop.after(settling, this::admit);
    }
  }

  /** Says that the client knows of the engagement, since it uses it. */
  void admit() {
    if (admitted || engagement.isOver()) {
      return;
    }
    cancel();
    admitted = true;
    session.queue(engagement.customerAdded());
    waiting.forEach(session::queue);
    waiting.clear();
    engagement.admitted();
  }

  void take(Event event) {
    if (admitted) {
      session.queue(event);
    } else {
      waiting.add(event);
    }
  }

  /** Takes back what was to come. */
  void cancel() {
    if (timer != null) {
      timer.cancel();
    }
  }
}
