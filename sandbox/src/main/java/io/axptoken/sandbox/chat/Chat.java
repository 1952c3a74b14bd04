package io.axptoken.sandbox.chat;

import io.axptoken.sandbox.chat.push.AbsentUsers;
import io.axptoken.sandbox.chat.push.PushCallbacks;
import io.axptoken.sandbox.chat.push.PushSender;
import io.axptoken.sandbox.chat.room.ChatRoom;
import io.axptoken.sandbox.chat.room.Engagement;
import io.axptoken.sandbox.chat.room.EngagementObserver;
import io.axptoken.sandbox.chat.room.Session;
import io.axptoken.sandbox.chat.time.ChatLoop;
import io.axptoken.sandbox.chat.wire.ChatApi;
import io.axptoken.sandbox.chat.wire.ChatCall;
import io.axptoken.sandbox.chat.wire.ChatGate;
import io.axptoken.sandbox.chat.wire.ChatJournal;
import io.axptoken.sandbox.token.EndUserTokens;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;

/**
 * A sandbox's chat: who talks there, and what tests may do about it. May be used from any thread.
 *
 * <pre>{@code
 * Conversation conversation = sandbox.chat().conversations().getFirst();
 * Voice agent = conversation.agent("Kim");
 * agent.say("Good day.");
 * sandbox.chat().revokeTokens("u1");     // the user's next call gets 401
 * }</pre>
 */
public final class Chat {
  private final ChatLoop loop;
  private final ChatRoom room;
  private final ChatJournal journal;
  private final EndUserTokens tokens;
  private final ScriptRunner runner;
  private final ChatApi api;
  private final PushCallbacks pushCallbacks;

  /** A chat on that loop of this Vert.x, for those that the gate lets in. */
  public Chat(
      ChatOptions options, Vertx vertx, ChatLoop loop, ChatGate gate, EndUserTokens tokens) {
    this.loop = loop;
    this.tokens = tokens;
    this.room = new ChatRoom(loop, options.limits());
    this.journal = new ChatJournal(loop::now);
    this.runner = new ScriptRunner(options.script(), loop);
    this.api = new ChatApi(gate, room, journal, loop, options.hold(), options.settling());
    this.pushCallbacks = new PushCallbacks(options.push());
    PushSender sender = new PushSender(pushCallbacks, loop, vertx);
    // It looks before the script hears anything: what a script says at once is told in its turn.
    room.observe(new AbsentUsers(pushCallbacks, sender, loop));
    room.observe(runner);
  }

  /** Adds the routes of the chat client API. */
  public void mount(Router router) {
    api.mount(router);
  }

  /** The live conversations, the longest idle first. */
  public List<Conversation> conversations() {
    return loop.call(() -> room.engagements().stream().map(this::conversation).toList());
  }

  /** The live conversation of that id. */
  public Optional<Conversation> conversation(String engagementId) {
    return conversations().stream()
        .filter(conversation -> conversation.engagementId().equals(engagementId))
        .findFirst();
  }

  /** How many sessions are live. */
  public int sessions() {
    return loop.call(() -> room.sessions().size());
  }

  /** How many polls wait for events. */
  public int heldPolls() {
    return loop.call(() -> room.sessions().stream().mapToInt(Session::heldPolls).sum());
  }

  /**
   * Refuses every token that this user got so far: the next call gets 401, and polls that wait are
   * answered with nothing, so that it comes at once.
   */
  public void revokeTokens(String customerId) {
    tokens.revoke(customerId);
    loop.run(() -> room.sessionsOf(customerId).forEach(Session::endPolls));
  }

  /** The same for all users. */
  public void revokeAllTokens() {
    tokens.revokeAll();
    loop.run(() -> room.sessions().forEach(Session::endPolls));
  }

  /** The newest calls of the API, the oldest first. */
  public List<ChatCall> calls() {
    return loop.call(journal::calls);
  }

  /** What the script threw of late. */
  public List<RuntimeException> scriptFailures() {
    return loop.call(runner::failures);
  }

  /** Tells an observer, on the chat's loop, of all that happens from now on. */
  public void observe(EngagementObserver observer) {
    loop.run(() -> room.observe(observer));
  }

  /** The control over what is told of users who are not there. */
  public PushCallbacks pushCallbacks() {
    return pushCallbacks;
  }

  /** Forgets sessions, engagements, calls and revocations, as if just started. */
  public void reset() {
    tokens.reset();
    pushCallbacks.reset();
    loop.run(() -> {
      room.clear();
      journal.clear();
      runner.clearFailures();
    });
  }

  private Conversation conversation(Engagement engagement) {
    return new Conversation(engagement, loop, (same, action) -> action.run());
  }
}
