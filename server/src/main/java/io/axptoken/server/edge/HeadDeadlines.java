package io.axptoken.server.edge;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Until when each connection of one event loop has to bring the head of its next request; a client
 * that sends it byte by byte would outwit an idle timeout. To be used on that loop alone.
 */
final class HeadDeadlines {
  static final Duration NEXT_HEAD = Duration.ofSeconds(75);

  private static final Duration FIRST_HEAD = Duration.ofSeconds(10);
  private static final Duration PRECISION = Duration.ofSeconds(1);

  /** In the time of {@link System#nanoTime}. */
  private final Map<HttpConnection, Long> deadlines = new HashMap<>();

  /** Begins to close what is overdue. */
  void watch(Vertx vertx) {
    vertx.setPeriodic(PRECISION.toMillis(), _ -> closeOverdue());
  }

  void opened(HttpConnection connection) {
    deadlines.put(connection, System.nanoTime() + FIRST_HEAD.toNanos());
  }

  void headCame(HttpConnection connection) {
    deadlines.replace(connection, System.nanoTime() + NEXT_HEAD.toNanos());
  }

  void closed(HttpConnection connection) {
    deadlines.remove(connection);
  }

  private void closeOverdue() {
    long now = System.nanoTime();
    List<HttpConnection> overdue = new ArrayList<>();
    deadlines.forEach((connection, deadline) -> {
      if (now - deadline > 0) {
        overdue.add(connection);
      }
    });
    overdue.forEach(HttpConnection::close);
  }
}
