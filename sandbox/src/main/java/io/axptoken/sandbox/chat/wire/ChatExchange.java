package io.axptoken.sandbox.chat.wire;

import io.axptoken.sandbox.chat.room.ChatRoom;
import io.axptoken.sandbox.chat.room.Engagement;
import io.axptoken.sandbox.chat.room.Session;
import io.axptoken.sandbox.platform.Answer;
import io.axptoken.sandbox.platform.Problem;
import io.axptoken.sandbox.platform.Violation;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * A call by a known user, and its answer.
 *
 * @param request the call
 * @param body all of it
 * @param path what it names
 * @param user who calls
 * @param room where the user's sessions and engagements are
 * @param journal gets the status that is answered
 */
record ChatExchange(
    HttpServerRequest request,
    Buffer body,
    ChatPath path,
    ChatUser user,
    ChatRoom room,
    IntConsumer journal) {
  static final int MAX_ID = 64;

  HttpServerResponse response() {
    return request.response();
  }

  /** The session that the path names. */
  Optional<Session> session() {
    return room.session(user.id(), path.id());
  }

  /** The engagement that the path names. */
  Optional<Engagement> engagement() {
    return room.engagement(user.id(), path.id());
  }

  /** The session that a body or a query names; empty after having said what is wrong. */
  Optional<Session> session(Input input) {
    String id = input.required("sessionId", 1, MAX_ID);
    Optional<Session> session = room.session(user.id(), id);
    if (!id.isEmpty() && session.isEmpty()) {
      input.add("sessionId", "is no session of this user", Violation.UNKNOWN);
    }
    return session;
  }

  /** Says that the dialog named is not the engagement's, if so. */
  static void checkDialog(Input input, Engagement engagement) {
    String id = input.required("dialogId", 1, MAX_ID);
    if (!id.isEmpty() && !id.equals(engagement.dialogId())) {
      input.add("dialogId", "is no dialog of this engagement", Violation.UNKNOWN);
    }
  }

  /** The fields of the body; one that is no JSON object is wrong as a whole. */
  Input input() {
    try {
      return new Input(new JsonObject(body));
    } catch (DecodeException | ClassCastException e) {
      Input none = new Input(new JsonObject());
      none.add("", "must be a JSON object", Violation.WRONG_FORMAT);
      return none;
    }
  }

  /** The parameters of the query. */
  Input query() {
    JsonObject json = new JsonObject();
    for (Map.Entry<String, String> parameter : request.params()) {
      json.put(parameter.getKey(), parameter.getValue());
    }
    return new Input(json);
  }

  Future<Void> answer(int status, JsonObject json) {
    return answer(Answer.json(status, json));
  }

  Future<Void> answer(Answer answer) {
    journal.accept(answer.status());
    return answer.send(response());
  }

  Future<Void> noContent() {
    journal.accept(204);
    return response().setStatusCode(204).end();
  }

  void refuse(Input input) {
    answer(Problem.violated(input.violations()).answer(ChatPath.text(request)));
  }

  /** Clients tell by these very words that they must start afresh. */
  void noSuchSession() {
    refuse(404, "Session not found");
  }

  void noSuchEngagement() {
    refuse(404, "Engagement not found");
  }

  private void refuse(int status, String detail) {
    answer(Problem.of(status, detail).answer(ChatPath.text(request)));
  }
}
