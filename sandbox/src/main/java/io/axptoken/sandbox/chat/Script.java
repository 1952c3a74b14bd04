package io.axptoken.sandbox.chat;

/**
 * Who answers customers: called once for each conversation, when the customer is in. A script runs
 * on the chat's event loop, one call at a time: it must not block, and waits by {@link
 * Conversation#after}. What it throws ends the conversation with an engagement error, and is kept
 * in {@link Chat#scriptFailures}.
 */
@FunctionalInterface
public interface Script {
  /** Begins a conversation, and returns who listens from then on. */
  Listener begin(Conversation conversation);

  /** A script that says nothing, which leaves the conversation to agents. */
  static Script silent() {
    return conversation -> text -> {};
  }

  /** Who hears the customer in one conversation. */
  @FunctionalInterface
  interface Listener {
    /** Hears what the customer says. */
    void hear(String text);

    /** Learns that the conversation is over, whoever ended it. */
    default void ended() {}
  }
}
