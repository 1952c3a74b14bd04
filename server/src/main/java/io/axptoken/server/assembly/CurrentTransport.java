package io.axptoken.server.assembly;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportRequest;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * The transport in force; what was sent by an earlier one is answered by it. Closes none of them.
 * Safe for use by many threads.
 */
final class CurrentTransport implements Transport {
  private volatile Transport now;

  CurrentTransport(Transport now) {
    this.now = now;
  }

  void set(Transport next) {
    now = next;
  }

  @Override
  public CompletionStage<TransportAnswer> send(TransportRequest request) {
    return now.send(request);
  }

  @Override
  public void after(Duration delay, Runnable task) {
    now.after(delay, task);
  }

  @Override
  public void close() {}
}
