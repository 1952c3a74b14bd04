package io.axptoken.service.observe.metrics;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.atomic.LongAdder;

/** How many requests are not answered yet. Safe for use by many threads. */
public final class InFlight {
  private final LongAdder requests = new LongAdder();

  InFlight() {}

  /**
   * Counts a request until its answer ends or its connection does, whatever comes first; takes the
   * answer's end and close handlers.
   *
   * @return to be called at the answer's end by who takes these handlers away
   */
  public Handler<Void> count(HttpServerResponse response) {
    Handler<Void> end = new End();
    requests.increment();
    response.endHandler(end).closeHandler(end);
    return end;
  }

  double now() {
    return requests.sum();
  }

  /** The end of one request, told once or twice by one thread. */
  private final class End implements Handler<Void> {
    private boolean told;

    @Override
    public void handle(Void nothing) {
      if (!told) {
        told = true;
        requests.decrement();
      }
    }
  }
}
