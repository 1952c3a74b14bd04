package io.axptoken.sandbox.chat.wire;

import io.axptoken.sandbox.chat.room.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A session's beginning and end, and what a page needs to go on after a reload. */
final class SessionCalls {
  private static final int MAX_NAME = 70;
  private static final List<String> REASONS = List.of("USER_CLOSED", "USER_INACTIVE");

  private SessionCalls() {}

  static void open(ChatExchange exchange) {
    Input input = exchange.input();
    Optional<String> name = input.text("displayName", 0, MAX_NAME);
    String clientType = input.text("clientType", 0, MAX_NAME).orElse("");
    Map<String, String> parameters = input.texts("sessionParameters");
    if (!input.violations().isEmpty()) {
      exchange.refuse(input);
      return;
    }
    String displayName = name.orElse(exchange.user().name());
    Session session =
        exchange
            .room()
            .open(exchange.user().id(), new Session.Profile(displayName, clientType, parameters));
    tell(exchange, 201, session);
  }

  static void get(ChatExchange exchange) {
    exchange
        .session()
        .ifPresentOrElse(session -> tell(exchange, 200, session), exchange::noSuchSession);
  }

  static void delete(ChatExchange exchange) {
    Input query = exchange.query();
    query.choice("reason", REASONS.getFirst(), REASONS);
    if (!query.violations().isEmpty()) {
      exchange.refuse(query);
      return;
    }
    Optional<Session> session = exchange.session();
    if (session.isEmpty()) {
      exchange.noSuchSession();
      return;
    }
    exchange.noContent();
    exchange.room().close(session.get());
  }

  private static void tell(ChatExchange exchange, int status, Session session) {
    exchange.answer(status, ChatJson.session(session, exchange.room().engagements(session.user())));
  }
}
