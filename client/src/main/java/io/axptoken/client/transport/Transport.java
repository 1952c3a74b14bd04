package io.axptoken.client.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Sends one POST and gives back the whole answer. Implementations never follow redirects, never
 * retry, hold the answer's body to {@link #MAX_BODY_BYTES}, leave its content coding as it is, and
 * never block the calling thread.
 */
public interface Transport extends AutoCloseable {
  /** The largest answer body that is read, in bytes. */
  int MAX_BODY_BYTES = 64 * 1024;

  /** The largest status line and headers of an answer together, in bytes. */
  int MAX_HEAD_BYTES = 32 * 1024;

  /**
   * Sends the request. The stage fails with a {@link TransportException} and nothing else, at the
   * latest when the request's timeout is over.
   *
   * @param request what is sent
   * @return ends with the answer or a {@link TransportException}
   */
  CompletionStage<TransportAnswer> send(TransportRequest request);

  /**
   * Runs the task, which is short and does not block, once the delay is over. A transport with
   * threads of its own runs it where a {@link #send} from the current thread would end.
   *
   * @param delay how long to wait
   * @param task what is run then
   */
  default void after(Duration delay, Runnable task) {
    CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS).execute(task);
  }

  @Override
  void close();
}
