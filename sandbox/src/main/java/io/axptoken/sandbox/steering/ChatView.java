package io.axptoken.sandbox.steering;

import io.axptoken.sandbox.chat.Conversation;
import io.axptoken.sandbox.chat.wire.ChatCall;
import io.axptoken.sandbox.chat.wire.ChatJson;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Conversations and calls of the chat, as the steering tells of them. */
final class ChatView {
  private ChatView() {}

  static JsonObject brief(Conversation conversation) {
    return new JsonObject()
        .put("engagementId", conversation.engagementId())
        .put("customerId", conversation.customerId())
        .put("customerName", conversation.customerName())
        .put("createdAt", conversation.createdAt().toString())
        .put(
            "participants",
            new JsonArray(
                conversation.participants().stream().map(ChatJson::participant).toList()));
  }

  static JsonObject whole(Conversation conversation) {
    return brief(conversation)
        .put(
            "messages",
            new JsonArray(conversation.messages().stream().map(ChatJson::message).toList()));
  }

  static JsonObject call(ChatCall call) {
    JsonObject json =
        new JsonObject()
            .put("time", call.time().toString())
            .put("method", call.method())
            .put("path", call.path())
            .put("customerId", call.customerId());
    call.status().ifPresent(status -> json.put("status", status));
    return json;
  }
}
