package io.axptoken.sandbox.chat.wire;

import io.axptoken.sandbox.chat.room.Event;
import io.axptoken.sandbox.chat.room.Poll;
import io.axptoken.sandbox.chat.room.Session;
import io.axptoken.sandbox.platform.Answer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The call that waits for events. An answer forgets no event: only {@code lastEventId} of a later
 * poll does. The head of an answer goes out at once, so that browsers do not make a page's first
 * poll wait for one that its predecessor left behind.
 */
final class LongPoll {
  private final Duration hold;

  /** Waits for that long at most. */
  LongPoll(Duration hold) {
    this.hold = hold;
  }

  void poll(ChatExchange exchange) {
    Optional<Session> session = exchange.session();
    if (session.isEmpty()) {
      exchange.noSuchSession();
      return;
    }
    Optional<String> lastEventId = Optional.ofNullable(exchange.request().getParam("lastEventId"));
    List<Event> events = session.get().acknowledge(lastEventId);
    if (events.isEmpty()) {
      exchange.journal().accept(200);
      // They are read, and long: a token in each of ten thousand polls adds up.
      exchange.request().headers().clear();
      hold(session.get(), exchange.response());
    } else {
      exchange.answer(Answer.text(200, Answer.JSON, json(events)));
    }
  }

  /** Holds on to no more than session and response: there may be very many. */
  private void hold(Session session, HttpServerResponse response) {
    response.setStatusCode(200).setChunked(true).putHeader("Content-Type", Answer.JSON);
    response.writeHead();
    Poll poll = new HeldPoll(response);
    response.closeHandler(gone -> session.drop(poll));
    session.hold(poll, hold);
  }

  private static String json(List<Event> events) {
    return new JsonArray(events.stream().map(ChatJson::event).toList()).encode();
  }

  /** Equal to itself alone, as a caller is. */
  private static final class HeldPoll implements Poll {
    private final HttpServerResponse response;

    HeldPoll(HttpServerResponse response) {
      this.response = response;
    }

    @Override
    public void answer(List<Event> events) {
      if (!response.closed() && !response.ended()) {
        response.end(json(events));
      }
    }
  }
}
