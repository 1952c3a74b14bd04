package io.axptoken.sandbox.chat.room;

import io.axptoken.sandbox.chat.time.ChatLoop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All sessions and engagements. It belongs to its loop: call it there and nowhere else. */
public final class ChatRoom {
  private final ChatLoop loop;
  private final ChatLimits limits;
  private final Shelf<Session> sessions;
  private final Shelf<Engagement> engagements;
  private final Tally kept;
  private final Tally queued;
  private final List<EngagementObserver> observers = new ArrayList<>();

  /** An empty one. */
  public ChatRoom(ChatLoop loop, ChatLimits limits) {
    this.loop = loop;
    this.limits = limits;
    this.kept = new Tally(limits.chars());
    this.queued = new Tally(limits.chars());
    this.sessions =
        new Shelf<>(limits.sessions(), limits.sessionsPerUser(), loop::now, this::closed);
    this.engagements =
        new Shelf<>(limits.engagements(), limits.engagementsPerUser(), loop::now, Engagement::end);
  }

  /** Tells an observer, too, of all that happens from now on. */
  public void observe(EngagementObserver observer) {
    observers.add(observer);
  }

  /** A new session. */
  public Session open(UserId user, Session.Profile profile) {
    tidy();
    Session session =
        new Session(user, profile, new EventQueue(limits.events(), queued), loop, limits.polls());
    sessions.add(session);
    return session;
  }

  /** The session of that id, if it is this user's. */
  public Optional<Session> session(UserId user, String id) {
    tidy();
    return sessions.find(user, id);
  }

  /** Ends a session, but none of its engagements. */
  public void close(Session session) {
    sessions.remove(session);
    closed(session);
  }

  /** A new engagement, which that session takes part in. */
  public Engagement engage(Session session, String customerName, Map<String, String> parameters) {
    Engagement engagement =
        new Engagement(
            session.user(),
            customerName,
            parameters,
            new Transcript(limits.messages(), kept),
            loop,
            new Hub());
    engagements.add(engagement);
    engagement.join(session);
    return engagement;
  }

  /** The live engagement of that id, if it is this user's. */
  public Optional<Engagement> engagement(UserId user, String id) {
    return engagements.find(user, id);
  }

  /** The live engagements of a user, the oldest first. */
  public List<Engagement> engagements(UserId user) {
    return engagements.of(user);
  }

  /** All live engagements. */
  public Collection<Engagement> engagements() {
    tidy();
    return engagements.all();
  }

  /** The live sessions of a customer, whatever the integration. */
  public List<Session> sessionsOf(String customerId) {
    return sessions.all().stream()
        .filter(session -> session.user().customerId().equals(customerId))
        .toList();
  }

  /** All live sessions. */
  public Collection<Session> sessions() {
    return sessions.all();
  }

  /** Ends everything. */
  public void clear() {
    engagements.all().forEach(Engagement::end);
    sessions.all().forEach(this::close);
  }

  private void closed(Session session) {
    engagements.of(session.user()).forEach(engagement -> engagement.leave(session));
    session.close();
  }

  /** Drops what is idle for too long, and what is too much. */
  private void tidy() {
    engagements.dropUnusedSince(loop.now().minus(limits.idle()));
    sessions.dropUnusedSince(loop.now().minus(limits.idle()));
    boolean dropped = true;
    while (kept.isOver() && dropped) {
      dropped = engagements.dropIdlest();
    }
    dropped = true;
    while (queued.isOver() && dropped) {
      dropped = sessions.dropIdlest();
    }
  }

  /** Passes on to all observers. */
  private final class Hub implements EngagementObserver {
    @Override
    public void began(Engagement engagement) {
      List.copyOf(observers).forEach(observer -> observer.began(engagement));
    }

    @Override
    public void said(Engagement engagement, Message message) {
      List.copyOf(observers).forEach(observer -> observer.said(engagement, message));
    }

    @Override
    public void happened(Engagement engagement, Event event) {
      engagements.touch(engagement);
      List.copyOf(observers).forEach(observer -> observer.happened(engagement, event));
    }

    @Override
    public void ended(Engagement engagement) {
      engagements.remove(engagement);
      List.copyOf(observers).forEach(observer -> observer.ended(engagement));
    }
  }
}
