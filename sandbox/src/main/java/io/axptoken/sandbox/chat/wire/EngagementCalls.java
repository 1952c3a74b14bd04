package io.axptoken.sandbox.chat.wire;

import io.axptoken.sandbox.chat.room.Engagement;
import io.axptoken.sandbox.chat.room.Session;
import io.axptoken.sandbox.chat.time.ChatLoop;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An engagement's beginning, its joining by another page, and its end by the customer. */
final class EngagementCalls {
  private static final List<String> REASONS =
      List.of("USER_CLOSED", "USER_INACTIVE", "SYSTEM_CLOSED");

  private final ChatLoop loop;
  private final Duration settling;

  /**
   * Engagements of that loop.
   *
   * @param settling how long after an answer its client is sure to have read it
   */
  EngagementCalls(ChatLoop loop, Duration settling) {
    this.loop = loop;
    this.settling = settling;
  }

  void create(ChatExchange exchange) {
    Input input = exchange.input();
    String sessionId = input.required("sessionId", 1, ChatExchange.MAX_ID);
    Map<String, String> parameters = input.texts("engagementParameters");
    if (!input.violations().isEmpty()) {
      exchange.refuse(input);
      return;
    }
    exchange
        .room()
        .session(exchange.user().id(), sessionId)
        .ifPresentOrElse(session -> create(exchange, session, parameters), exchange::noSuchSession);
  }

  private void create(ChatExchange exchange, Session session, Map<String, String> parameters) {
    String customerName = session.profile().displayName();
    Engagement engagement = exchange.room().engage(session, customerName, parameters);
    // Nobody is in it yet: the customer comes with the event.
    Future<Void> written = exchange.answer(201, ChatJson.engagement(engagement, List.of()));
    settle(written, engagement, session);
  }

  void join(ChatExchange exchange) {
    Optional<Engagement> engagement = exchange.engagement();
    if (engagement.isEmpty()) {
      exchange.noSuchEngagement();
      return;
    }
    Input input = exchange.input();
    Optional<Session> session = exchange.session(input);
    ChatExchange.checkDialog(input, engagement.get());
    if (session.isEmpty() || !input.violations().isEmpty()) {
      exchange.refuse(input);
      return;
    }
    join(exchange, engagement.get(), session.get());
  }

  private void join(ChatExchange exchange, Engagement engagement, Session session) {
    engagement.join(session);
    Future<Void> written =
        exchange.answer(200, ChatJson.engagement(engagement, engagement.participants()));
    settle(written, engagement, session);
  }

  private void settle(Future<Void> written, Engagement engagement, Session session) {
    written.onSuccess(done ->
        loop.run(() -> {
          if (engagement.isJoinedBy(session)) {
            engagement.join(session).answered(settling);
          }
        }));
  }

  static void disconnect(ChatExchange exchange) {
    Optional<Engagement> engagement = exchange.engagement();
    if (engagement.isEmpty()) {
      exchange.noSuchEngagement();
      return;
    }
    Input input = exchange.input();
    input.choice("reason", REASONS.getFirst(), REASONS);
    exchange.session(input);
    ChatExchange.checkDialog(input, engagement.get());
    if (!input.violations().isEmpty()) {
      exchange.refuse(input);
      return;
    }
    exchange.noContent();
    engagement.get().end();
  }
}
