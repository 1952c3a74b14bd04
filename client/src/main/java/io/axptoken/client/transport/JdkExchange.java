package io.axptoken.client.transport;

import io.axptoken.client.transport.TransportException.Reason;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One request and its answer over the JDK's HTTP client. */
final class JdkExchange implements Runnable {
  private final TransportRequest request;
  private final JdkRoute route;
  private final HttpClient client;
  private final ConnectionGate gate;
  private final GatePass pass;
  private final BooleanSupplier closed;
  private final CompletableFuture<TransportAnswer> answer = new CompletableFuture<>();

  /** Whether there was a connection to the platform to send the request on. */
  private volatile boolean sent;

  private volatile @Nullable Future<?> exchange;

  JdkExchange(
      TransportRequest request,
      JdkRoute route,
      HttpClient client,
      ConnectionGate gate,
      BooleanSupplier closed) {
    this.request = request;
    this.route = route;
    this.client = client;
    this.gate = gate;
    this.pass = new GatePass(gate);
    this.closed = closed;
  }

  /** Sends it when the gate lets it through; when it has ended, that is run. */
  CompletionStage<TransportAnswer> begin(Runnable afterwards) {
    limit(request.timeout(), afterwards);
    gate.enter(this);
    return answer;
  }

  /** Sends it: the gate has let it through. */
  @Override
  public void run() {
    if (closed.getAsBoolean()) {
      pass.leave();
      close();
      return;
    }
    try {
      CompletableFuture<HttpResponse<byte[]>> begun =
          client.sendAsync(httpRequest(), BoundedBody::of);
      exchange = begun;
      CompletionStage<HttpResponse<byte[]>> received = begun;
      received.whenComplete(this::settle);
      if (answer.isDone() || closed.getAsBoolean()) { // Its time was over on the way to here.
        close();
      }
    } catch (RuntimeException e) {
      pass.leave();
      fail(JdkFailures.of(e));
    }
  }

  /** Ends it, whatever it waits for. */
  void close() {
    breakOff(Reason.CLOSED);
  }

  private HttpRequest httpRequest() {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri()).POST(new Body(request.body()));
    request.headers().forEach(builder::setHeader);
    route.authorize(builder, request.uri());
    return builder.build();
  }

  private void settle(@Nullable HttpResponse<byte[]> response, @Nullable Throwable error) {
    pass.leave();
    if (response == null) {
      fail(JdkFailures.of(error));
      return;
    }
    if (!sent && route.isRefusal(request.uri(), response.statusCode())) {
      answer.completeExceptionally(
          TransportException.proxyChallenge(
              response.headers().allValues("proxy-authenticate"), null));
      return;
    }
    answer.complete(
        new TransportAnswer(
            response.statusCode(),
            name -> response.headers().firstValue(name).orElse(null),
            response.body()));
  }

  /* The JDK's own request timeout ends with the headers: a stalled body would be waited for. */
  private void limit(Duration timeout, Runnable afterwards) {
    CompletableFuture<@Nullable Void> timer = new CompletableFuture<>();
    CompletionStage<@Nullable Void> timeUp =
        timer.completeOnTimeout(null, timeout.toNanos(), TimeUnit.NANOSECONDS);
    timeUp.thenRunAsync(() -> breakOff(Reason.TIMED_OUT), SharedClients.EXECUTOR);
    CompletionStage<TransportAnswer> done = answer;
    done.whenComplete((response, error) -> {
      timer.cancel(false);
      afterwards.run();
    });
  }

  private void breakOff(Reason reason) {
    boolean waited = gate.forget(this);
    fail(new TransportException(waited ? Reason.NOT_SENT : reason, null));
    Future<?> begun = exchange;
    if (begun != null) {
      begun.cancel(true);
    }
  }

  private void fail(TransportException failure) {
    Reason reason = sent ? failure.reason() : route.before(request.uri(), failure);
    answer.completeExceptionally(
        new TransportException(closed.getAsBoolean() ? Reason.CLOSED : reason, failure.getCause()));
  }

  /** Tells when it is read for the first time: the connection is made then. */
  private final class Body implements HttpRequest.BodyPublisher {
    private final HttpRequest.BodyPublisher bytes;

    Body(byte[] bytes) {
      this.bytes = HttpRequest.BodyPublishers.ofByteArray(bytes);
    }

    @Override
    public long contentLength() {
      return bytes.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
      sent = true;
      pass.connected();
      bytes.subscribe(subscriber);
    }
  }
}
