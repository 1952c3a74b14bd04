package io.axptoken.sandbox.chat.desk;

import io.axptoken.sandbox.chat.room.Engagement;
import io.axptoken.sandbox.chat.room.EngagementObserver;
import io.axptoken.sandbox.chat.room.Event;
import io.axptoken.sandbox.chat.room.Message;
import io.axptoken.sandbox.chat.wire.ChatJson;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What happens in all engagements, as server-sent events for agents' pages. A reader that cannot
 * keep up is cut off; it comes back by itself and reads everything anew.
 */
public final class Feed implements EngagementObserver {
  private static final int MAX_READERS = 50;

  private final Set<HttpServerResponse> readers = new LinkedHashSet<>();

  /** Takes the caller in as a reader. */
  public void open(RoutingContext context) {
    HttpServerResponse reader = context.response();
    if (readers.size() >= MAX_READERS) {
      cut(readers.iterator().next());
    }
    reader
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store");
    reader.closeHandler(gone -> readers.remove(reader));
    readers.add(reader);
    reader.write("retry: 1000\n\n");
  }

  @Override
  public void began(Engagement engagement) {
    send(new JsonObject().put("kind", "began").put("engagementId", engagement.id()));
  }

  @Override
  public void said(Engagement engagement, Message message) {
    // Told by its event already.
  }

  @Override
  public void happened(Engagement engagement, Event event) {
    send(
        new JsonObject()
            .put("kind", "happened")
            .put("engagementId", engagement.id())
            .put("event", ChatJson.event(event)));
  }

  @Override
  public void ended(Engagement engagement) {
    send(new JsonObject().put("kind", "ended").put("engagementId", engagement.id()));
  }

  private void send(JsonObject news) {
    for (HttpServerResponse reader : List.copyOf(readers)) {
      if (reader.closed() || reader.writeQueueFull()) {
        cut(reader);
      } else {
        reader.write("data: " + news.encode() + "\n\n");
      }
    }
  }

  private void cut(HttpServerResponse reader) {
    readers.remove(reader);
    if (!reader.closed()) {
      reader.end();
    }
  }
}
