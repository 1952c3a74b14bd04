package io.axptoken.client.contract;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportRequest;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** A transport after whose first failed call something is mended, before anybody hears of it. */
final class Healing implements Transport {
  private final Transport inner;
  private final Runnable mend;
  private final AtomicBoolean mended = new AtomicBoolean();

  Healing(Transport inner, Runnable mend) {
    this.inner = inner;
    this.mend = mend;
  }

  @Override
  public CompletionStage<TransportAnswer> send(TransportRequest request) {
    return inner
        .send(request)
        .whenComplete((answer, error) -> {
          if (error != null && mended.compareAndSet(false, true)) {
            mend.run();
          }
        });
  }

  @Override
  public void after(Duration delay, Runnable task) {
    inner.after(delay, task);
  }

  @Override
  public void close() {
    inner.close();
  }
}
