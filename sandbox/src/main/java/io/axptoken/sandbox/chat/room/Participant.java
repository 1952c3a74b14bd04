package io.axptoken.sandbox.chat.room;

import java.util.UUID;

/**
 * Somebody in a dialog.
 *
 * @param id the identity; the same id is the same participant
 * @param type who it is
 * @param displayName how to call them
 */
public record Participant(String id, Type type, String displayName) {
  /** The kinds of participants that the API tells apart. */
  public enum Type {
    /** The end user; a dialog has one, whatever the number of sessions. */
    CUSTOMER,
    /** A person who answers. */
    AGENT,
    /** A script. */
    BOT
  }

  /** A new participant. */
  public static Participant of(Type type, String displayName) {
    return new Participant(UUID.randomUUID().toString(), type, displayName);
  }

  /** Whether this is the end user. */
  public boolean isCustomer() {
    return type == Type.CUSTOMER;
  }
}
