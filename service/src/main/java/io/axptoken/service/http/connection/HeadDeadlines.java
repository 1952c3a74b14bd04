package io.axptoken.service.http.connection;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Until when each connection of one event loop has to bring the head of its next request; a client
 * that sends it byte by byte would outwit an idle timeout, which is not needed beside this one. To
 * be used on that loop alone.
 */
public final class HeadDeadlines {
  private static final Duration NEXT_HEAD = Duration.ofSeconds(75);

  private static final Duration FIRST_HEAD = Duration.ofSeconds(10);
  private static final String CLOSE = "close";
  private static final Duration PRECISION = Duration.ofSeconds(1);

  private final Map<HttpConnection, Visit> visits = new HashMap<>();

  /** Begins to close what is overdue. */
  public void watch(Vertx vertx) {
    vertx.setPeriodic(PRECISION.toMillis(), _ -> closeOverdue());
  }

  public void opened(HttpConnection connection) {
    visits.put(connection, new Visit(System.nanoTime() + FIRST_HEAD.toNanos()));
  }

  /**
   * Notes a request, and says whether it is to be served: one behind an answer that said it was the
   * last is not, and its connection is about to end.
   */
  public boolean headCame(HttpServerRequest request) {
    Visit visit = visits.get(request.connection());
    if (visit == null || visit.isOver()) {
      return false;
    }
    visit.deadline = System.nanoTime() + NEXT_HEAD.toNanos();
    visit.last = request.response();
    return true;
  }

  public void closed(HttpConnection connection) {
    visits.remove(connection);
  }

  private void closeOverdue() {
    long now = System.nanoTime();
    List<HttpConnection> overdue = new ArrayList<>();
    visits.forEach((connection, visit) -> {
      if (now - visit.deadline > 0) {
        overdue.add(connection);
      }
    });
    overdue.forEach(HttpConnection::close);
  }

  /** What is known of a connection. */
  private static final class Visit {
    /** In the time of {@link System#nanoTime}. */
    private long deadline;

    private @Nullable HttpServerResponse last;

    Visit(long deadline) {
      this.deadline = deadline;
    }

    boolean isOver() {
      String connection = last == null ? null : last.headers().get(HttpHeaders.CONNECTION);
      return connection != null && CLOSE.equalsIgnoreCase(connection);
    }
  }
}
