package io.axptoken.client.transport;

import java.util.concurrent.CompletionStage;

/**
 * Sends one POST and gives back the whole answer. Implementations never follow redirects, never
 * retry, hold the answer's body to {@link #MAX_BODY_BYTES}, and never block the calling thread.
 */
public interface Transport extends AutoCloseable {
  /** The largest answer body that is read, in bytes. */
  int MAX_BODY_BYTES = 64 * 1024;

  /**
   * Sends the request. The stage fails with a {@link TransportException} and nothing else, at the
   * latest when the request's timeout is over.
   */
  CompletionStage<TransportAnswer> send(TransportRequest request);

  @Override
  void close();
}
