package io.axptoken.sandbox.chat.room;

/** Who is told what becomes of engagements, on the chat's loop. */
public interface EngagementObserver {
  /** The customer is in. */
  void began(Engagement engagement);

  /** The customer has said something, and all sessions have been told. */
  void said(Engagement engagement, Message message);

  /** Anything that sessions are told of, but for the coming of the customer. */
  void happened(Engagement engagement, Event event);

  /** It is over; nothing follows. */
  void ended(Engagement engagement);
}
