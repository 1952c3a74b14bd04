package io.axptoken.sandbox.chat.wire;

import io.axptoken.sandbox.chat.room.ChatRoom;
import io.axptoken.sandbox.chat.time.ChatLoop;
import io.axptoken.sandbox.platform.Answer;
import io.axptoken.sandbox.platform.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The chat client API:
 *
 * <pre>
 * …/sdk/digital/chat/v1/integrations/{integrationId}       CORS on every answer
 * ├─ OPTIONS anything                                      preflight, without a token
 * ├─ POST   /sessions                                      a page begins
 * ├─ GET    /sessions/{id}                                 goes on after a reload
 * ├─ DELETE /sessions/{id}                                 ends
 * ├─ GET    /sessions/{id}/events                          waits for events
 * ├─ POST   /engagements                                   a conversation begins
 * ├─ POST   /engagements/{id}:join                         another page takes part
 * ├─ POST   /engagements/{id}:disconnect                   the customer ends it
 * └─ GET, POST /engagements/{id}/messages                  what was said; says something
 * each call: CORS → query → path → method → gate → media type → journal → call
 * </pre>
 */
public final class ChatApi {
  private static final int MAX_BODY_BYTES = 64 * 1024;

  private final ChatGate gate;
  private final ChatRoom room;
  private final ChatJournal journal;
  private final EngagementCalls engagements;
  private final MessageCalls messages;
  private final LongPoll longPoll;

  /**
   * The API of a chat.
   *
   * @param hold how long a poll waits
   * @param settling how long after an answer its client is sure to have read it
   */
  public ChatApi(
      ChatGate gate,
      ChatRoom room,
      ChatJournal journal,
      ChatLoop loop,
      Duration hold,
      Duration settling) {
    this.gate = gate;
    this.room = room;
    this.journal = journal;
    this.engagements = new EngagementCalls(loop, settling);
    this.messages = new MessageCalls(loop, settling);
    this.longPoll = new LongPoll(hold);
  }

  /** Lets a page read what is answered to a call whose path cannot even be parsed. */
  public static void allowReading(HttpServerRequest request) {
    if (request.uri().contains(ChatPath.ROOT)) {
      Cors.allow(request.response());
    }
  }

  /** Adds the routes. */
  public void mount(Router router) {
    BodyHandler bodies = BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES);
    router
        .routeWithRegex(".*" + Pattern.quote(ChatPath.ROOT) + ".*")
        .handler(context -> {
          Cors.allow(context.response());
          // What a body needs is kept as long as its call: polls have none.
          if (context.request().method().equals(HttpMethod.POST)) {
            bodies.handle(context);
          } else {
            context.next();
          }
        })
        .handler(this::serve);
  }

  private void serve(RoutingContext context) {
    HttpServerRequest request = context.request();
    Optional<ChatPath> path = ChatPath.parse(request);
    if (request.method().equals(HttpMethod.OPTIONS)) {
      Cors.answerPreflight(request.response());
    } else if (!isReadable(request)) {
      refuse(request, 400, "The query cannot be read.");
    } else if (path.isEmpty()) {
      refuse(request, 404, "There is nothing here.");
    } else if (!path.get().resource().serves(request.method())) {
      refuseMethod(request, path.get());
    } else {
      Buffer body = Objects.requireNonNullElseGet(context.body().buffer(), Buffer::buffer);
      serve(request, body, path.get());
    }
  }

  private void serve(HttpServerRequest request, Buffer body, ChatPath path) {
    switch (gate.judge(request, path.integrationId())) {
      case ChatGate.Refused refused -> {
        journal.add(request, "").accept(refused.status());
        refuse(request, refused.status(), refused.detail());
      }
      case ChatGate.Known(ChatUser user) -> {
        ChatExchange exchange =
            new ChatExchange(
                request, body, path, user, room, journal.add(request, user.id().customerId()));
        if (request.method().equals(HttpMethod.POST) && !isJson(request)) {
          exchange.answer(problem(request, 415, "The body must be application/json."));
        } else {
          serve(exchange);
        }
      }
    }
  }

  private void serve(ChatExchange exchange) {
    HttpMethod method = exchange.request().method();
    switch (exchange.path().resource()) {
      case SESSIONS -> SessionCalls.open(exchange);
      case SESSION -> {
        if (method.equals(HttpMethod.GET)) {
          SessionCalls.get(exchange);
        } else {
          SessionCalls.delete(exchange);
        }
      }
      case EVENTS -> longPoll.poll(exchange);
      case ENGAGEMENTS -> engagements.create(exchange);
      case JOIN -> engagements.join(exchange);
      case DISCONNECT -> EngagementCalls.disconnect(exchange);
      case MESSAGES -> {
        if (method.equals(HttpMethod.GET)) {
          MessageCalls.list(exchange);
        } else {
          messages.send(exchange);
        }
      }
    }
  }

  private static boolean isReadable(HttpServerRequest request) {
    try {
      request.params();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isJson(HttpServerRequest request) {
    String type = Objects.requireNonNullElse(request.getHeader("Content-Type"), "");
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(Answer.JSON);
  }

  private static void refuseMethod(HttpServerRequest request, ChatPath path) {
    String allowed = path.resource().methods();
    problem(request, 405, "Served here: " + allowed + ".")
        .with("Allow", allowed)
        .send(request.response());
  }

  private static void refuse(HttpServerRequest request, int status, String detail) {
    problem(request, status, detail).send(request.response());
  }

  private static Answer problem(HttpServerRequest request, int status, String detail) {
    Answer answer = Problem.of(status, detail).answer(ChatPath.text(request));
    return status == 401
        ? answer.with("WWW-Authenticate", "Bearer error=\"invalid_token\"")
        : answer;
  }
}
