package io.axptoken.sandbox.chat.wire;

import io.axptoken.sandbox.chat.room.Engagement;
import io.axptoken.sandbox.chat.room.Membership;
import io.axptoken.sandbox.chat.room.Message;
import io.axptoken.sandbox.chat.room.Session;
import io.axptoken.sandbox.chat.room.Transcript;
import io.axptoken.sandbox.chat.time.ChatLoop;
import io.axptoken.sandbox.platform.Violation;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the customer says, and what was said before. */
final class MessageCalls {
  private static final int MAX_PAGE = 100;
  private static final int PAGE = 50;
  private static final int MAX_NUMBER = 999_999_999;
  private static final String BOUND = "maxMessageIndex";
  private static final int NO_BOUND = MAX_NUMBER;

  private final ChatLoop loop;
  private final Duration settling;

  /**
   * Messages of that loop.
   *
   * @param settling how long after an answer its client is sure to have read it
   */
  MessageCalls(ChatLoop loop, Duration settling) {
    this.loop = loop;
    this.settling = settling;
  }

  void send(ChatExchange exchange) {
    Optional<Engagement> engagement = exchange.engagement();
    if (engagement.isEmpty()) {
      exchange.noSuchEngagement();
      return;
    }
    Input input = exchange.input();
    Optional<Session> session = exchange.session(input);
    ChatExchange.checkDialog(input, engagement.get());
    checkJoined(input, engagement.get(), session);
    Optional<String> parent = input.uuid("parentMessageId");
    String text = text(input.object("body"));
    if (session.isEmpty() || !input.violations().isEmpty()) {
      exchange.refuse(input);
      return;
    }
    engagement.get().usedBy(session.get());
    if (engagement.get().isOver()) {
      exchange.noSuchEngagement();
      return;
    }
    Message message = engagement.get().write(engagement.get().customer(), text, parent);
    tell(exchange, engagement.get().join(session.get()), engagement.get(), message);
  }

  /**
   * Tells other pages at once, and the sender's page after its answer. Whoever answers hears of it
   * then, too: what they do about it, such as typing, is seen as long as it lasts.
   */
  private void tell(
      ChatExchange exchange, Membership sender, Engagement engagement, Message message) {
    Membership.Gate gate = sender.hold();
    Future<Void> written = exchange.answer(201, ChatJson.message(message));
    engagement.tell(message);
    written.onComplete(done ->
        loop.run(() -> {
          sender.answered(gate, settling);
          loop.after(settling, () -> engagement.hear(message));
        }));
  }

  private static void checkJoined(Input input, Engagement engagement, Optional<Session> session) {
    if (session.isPresent() && !engagement.isJoinedBy(session.get())) {
      input.add("sessionId", "has not joined this engagement", Violation.UNKNOWN);
    }
  }

  private static String text(Input body) {
    body.choice("elementType", "", List.of("TEXT"));
    Input content = body.object("elementText");
    content.choice("textFormat", "PLAINTEXT", List.of("PLAINTEXT"));
    return content.required("text", 1, Message.MAX_TEXT);
  }

  static void list(ChatExchange exchange) {
    Optional<Engagement> engagement = exchange.engagement();
    if (engagement.isEmpty()) {
      exchange.noSuchEngagement();
      return;
    }
    Input query = exchange.query();
    Optional<Session> session = exchange.session(query);
    ChatExchange.checkDialog(query, engagement.get());
    int size = query.whole("pageSize", PAGE, 1, MAX_PAGE);
    int number = query.whole("pageNumber", 1, 1, MAX_NUMBER);
    query.choice("orderBy", "DSC", List.of("DSC"));
    int bound = query.whole(BOUND, NO_BOUND, 0, MAX_NUMBER);
    if (session.isEmpty() || !query.violations().isEmpty()) {
      exchange.refuse(query);
      return;
    }
    OptionalLong upTo = bound == NO_BOUND ? OptionalLong.empty() : OptionalLong.of(bound);
    Links links = new Links(exchange, engagement.get(), session.get(), size);
    exchange.answer(200, page(engagement.get().page(upTo, size, number), number, links));
  }

  private static JsonObject page(Transcript.Page page, int number, Links links) {
    JsonObject pagination =
        new JsonObject()
            .put("pageNumber", number)
            .put("pageSize", links.size())
            .put("total", page.total());
    return new JsonObject()
        .put("messages", new JsonArray(page.messages().stream().map(ChatJson::message).toList()))
        .put("pagination", pagination)
        .put(
            "links",
            new JsonObject()
                .put("next", page.hasNext() ? links.to(number + 1, page.bound()) : "")
                .put("prev", number > 1 ? links.to(number - 1, page.bound()) : ""));
  }

  /** Absolute URLs of other pages, which clients fetch as they are. */
  private record Links(ChatExchange exchange, Engagement engagement, Session session, int size) {
    /** A page of what there was when the first one was read, so that none is told of twice. */
    String to(int number, long bound) {
      return PublicAddress.of(exchange.request())
          + "?sessionId="
          + session.id()
          + "&dialogId="
          + engagement.dialogId()
          + "&pageSize="
          + size
          + "&pageNumber="
          + number
          + "&orderBy=DSC&"
          + BOUND
          + "="
          + bound;
    }
  }
}
