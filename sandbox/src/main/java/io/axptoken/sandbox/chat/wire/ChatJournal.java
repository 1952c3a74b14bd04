package io.axptoken.sandbox.chat.wire;

import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/** The newest calls of the chat API, of preflights none. It belongs to the chat's loop. */
public final class ChatJournal {
  /** How many calls are kept. */
  public static final int CAPACITY = 10_000;

  private static final int MAX_PATH = 512;

  private final InstantSource clock;
  private final Deque<Entry> entries = new ArrayDeque<>();

  /** An empty one. */
  public ChatJournal(InstantSource clock) {
    this.clock = clock;
  }

  /** The calls kept, the oldest first. */
  public List<ChatCall> calls() {
    return entries.stream().map(Entry::call).toList();
  }

  /** Forgets all calls. */
  public void clear() {
    entries.clear();
  }

  /** Adds a call; the answer's status is told to what comes back. */
  IntConsumer add(HttpServerRequest request, String customerId) {
    String uri = request.uri();
    Entry entry =
        new Entry(
            clock.instant(),
            request.method().name(),
            uri.length() > MAX_PATH ? uri.substring(0, MAX_PATH) : uri,
            customerId);
    entries.addLast(entry);
    if (entries.size() > CAPACITY) {
      entries.removeFirst();
    }
    return entry;
  }

  private static final class Entry implements IntConsumer {
    private final Instant time;
    private final String method;
    private final String path;
    private final String customerId;
    private int status;

    Entry(Instant time, String method, String path, String customerId) {
      this.time = time;
      this.method = method;
      this.path = path;
      this.customerId = customerId;
    }

    @Override
    public void accept(int answered) {
      status = answered;
    }

    ChatCall call() {
      OptionalInt known = status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
      return new ChatCall(time, method, path, customerId, known);
    }
  }
}
