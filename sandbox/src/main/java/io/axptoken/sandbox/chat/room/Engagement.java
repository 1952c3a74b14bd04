package io.axptoken.sandbox.chat.room;

import io.axptoken.sandbox.chat.time.ChatLoop;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** A conversation of a customer with whoever answers, in one dialog. */
public final class Engagement implements Owned {
  private final String id = UUID.randomUUID().toString();
  private final String dialogId = UUID.randomUUID().toString();
  private final UserId user;
  private final Participant customer;
  private final Map<String, String> parameters;
  private final Transcript transcript;
  private final ChatLoop loop;
  private final EngagementObserver observer;
  private final Instant createdAt;
  private final Map<String, Participant> participants = new LinkedHashMap<>();
  private final Map<Session, Membership> memberships = new LinkedHashMap<>();
  private Instant usedAt;
  private Status status = Status.PENDING;

  /** How far it has come. */
  public enum Status {
    /** No session has been told yet that it began. */
    PENDING,
    /** It goes on. */
    ACTIVE,
    /** It is over. */
    TERMINATED
  }

  Engagement(
      UserId user,
      String customerName,
      Map<String, String> parameters,
      Transcript transcript,
      ChatLoop loop,
      EngagementObserver observer) {
    this.user = user;
    this.customer = Participant.of(Participant.Type.CUSTOMER, customerName);
    this.parameters = Map.copyOf(parameters);
    this.transcript = transcript;
    this.loop = loop;
    this.observer = observer;
    this.createdAt = loop.now();
    this.usedAt = createdAt;
  }

  @Override
  public String id() {
    return id;
  }

  /** Its only dialog. */
  public String dialogId() {
    return dialogId;
  }

  @Override
  public UserId user() {
    return user;
  }

  /** The end user. */
  public Participant customer() {
    return customer;
  }

  /** What the page gave with it. */
  public Map<String, String> parameters() {
    return parameters;
  }

  /** When it was made. */
  public Instant createdAt() {
    return createdAt;
  }

  @Override
  public Instant usedAt() {
    return usedAt;
  }

  @Override
  public void usedAt(Instant time) {
    usedAt = time;
  }

  /** How far it has come. */
  public Status status() {
    return status;
  }

  /** Whether nothing can happen in it any more. */
  public boolean isOver() {
    return status == Status.TERMINATED;
  }

  /** Who is in it now. */
  public List<Participant> participants() {
    return List.copyOf(participants.values());
  }

  /** The messages kept, the oldest first. */
  public List<Message> messages() {
    return transcript.all();
  }

  /** A page of its messages, see {@link Transcript#page}. */
  public Transcript.Page page(OptionalLong upTo, int size, int number) {
    return transcript.page(upTo, size, number);
  }

  /** The sessions that take part. */
  public List<Session> sessions() {
    return List.copyOf(memberships.keySet());
  }

  /** Whether that session takes part. */
  public boolean isJoinedBy(Session session) {
    return memberships.containsKey(session);
  }

  /** Lets a session take part; the same again if it does already. */
  public Membership join(Session session) {
    return memberships.computeIfAbsent(session, added -> new Membership(added, this, loop));
  }

  /** Says that a session uses it, and so knows of it. */
  public void usedBy(Session session) {
    Optional.ofNullable(memberships.get(session)).ifPresent(Membership::admit);
  }

  /** Forgets a session, which ends nothing. */
  void leave(Session session) {
    Optional.ofNullable(memberships.remove(session)).ifPresent(Membership::cancel);
  }

  /** Lets somebody in who is not the customer. */
  public void add(Participant participant) {
    if (!isOver() && participants.putIfAbsent(participant.id(), participant) == null) {
      publish(new Event.Added(participant));
    }
  }

  /** Lets somebody out who is not the customer. */
  public void remove(Participant participant) {
    if (!isOver() && participants.remove(participant.id()) != null) {
      publish(new Event.Disconnected(participant));
    }
  }

  /** Tells that somebody writes. */
  public void typing(Participant participant) {
    publish(new Event.Typing(participant));
  }

  /** A message that is kept, and not told of yet. */
  public Message write(Participant sender, String text, Optional<String> parentId) {
    Message message =
        new Message(
            UUID.randomUUID().toString(),
            transcript.nextIndex(),
            id,
            dialogId,
            parentId,
            text,
            sender,
            loop.now());
    transcript.add(message);
    return message;
  }

  /** Tells of a message. */
  public void tell(Message message) {
    publish(new Event.Sent(message));
  }

  /** Has whoever answers hear what the customer said. */
  public void hear(Message message) {
    if (!isOver()) {
      observer.said(this, message);
    }
  }

  /**
   * Ends it: everybody leaves, and the customer last, since no client asks for what comes after.
   */
  public void end() {
    memberships.values().forEach(Membership::admit);
    List.copyOf(participants.values()).stream()
        .filter(participant -> !participant.isCustomer())
        .forEach(this::remove);
    over(new Event.Disconnected(customer));
  }

  /** Breaks it off. */
  public void fail(String title, String detail) {
    memberships.values().forEach(Membership::admit);
    over(new Event.Failed(title, detail));
  }

  private void over(Event.What last) {
    if (isOver()) {
      return;
    }
    publish(last);
    status = Status.TERMINATED;
    participants.clear();
    transcript.release();
    observer.ended(this);
  }

  /** The event that tells a session that the customer is in. */
  Event customerAdded() {
    return Event.now(loop.now(), this, new Event.Added(customer));
  }

  /** Says that a session has been told; the first one begins it. */
  void admitted() {
    if (status == Status.PENDING) {
      status = Status.ACTIVE;
      participants.put(customer.id(), customer);
      observer.began(this);
    }
  }

  private void publish(Event.What what) {
    if (isOver()) {
      return;
    }
    Event event = Event.now(loop.now(), this, what);
    memberships.values().forEach(membership -> membership.take(event));
    observer.happened(this, event);
  }
}
