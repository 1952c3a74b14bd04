package io.axptoken.client.platform;

import io.axptoken.client.PlatformConfig.Deadlines;
import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.client.transport.TransportRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/** Makes one platform's calls, whichever it is, until it is closed. */
final class Caller implements AutoCloseable {
  private final Transport transport;
  private final boolean ownsTransport;
  private final Deadlines deadlines;
  private final LongSupplier nanoTime;
  private volatile boolean closed;

  /**
   * A caller over this transport.
   *
   * @param ownsTransport whether closing the caller closes the transport
   * @param nanoTime for deadlines, such as {@link System#nanoTime}
   */
  Caller(Transport transport, boolean ownsTransport, Deadlines deadlines, LongSupplier nanoTime) {
    this.transport = transport;
    this.ownsTransport = ownsTransport;
    this.deadlines = deadlines;
    this.nanoTime = nanoTime;
  }

  /** The end of all that one token may take from now on. */
  Deadline newDeadline() {
    return Deadline.in(deadlines.whole(), nanoTime);
  }

  /** How long one call may take. */
  Duration attempt() {
    return deadlines.attempt();
  }

  /** Hands the request to the transport; whatever happens there ends the future. */
  CompletableFuture<TransportAnswer> send(TransportRequest request) {
    if (closed) {
      return CompletableFuture.failedFuture(new TransportException(Reason.CLOSED, null));
    }
    try {
      return transport.send(request).toCompletableFuture();
    } catch (Throwable e) { // A transport that throws must not leave its callers waiting.
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    if (ownsTransport) {
      transport.close();
    }
  }
}
