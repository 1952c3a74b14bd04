package io.axptoken.client.transport;

import io.axptoken.client.transport.TransportException.Reason;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One request and its answer over the JDK's HTTP client. */
final class JdkExchange {
  private final TransportRequest request;
  private final JdkRoute route;
  private final BooleanSupplier closed;
  private final CompletableFuture<TransportAnswer> answer = new CompletableFuture<>();

  /** Whether there was a connection to the platform to send the request on. */
  private volatile boolean sent;

  JdkExchange(TransportRequest request, JdkRoute route, BooleanSupplier closed) {
    this.request = request;
    this.route = route;
    this.closed = closed;
  }

  CompletionStage<TransportAnswer> begin(HttpClient client, Executor executor) {
    try {
      CompletableFuture<HttpResponse<byte[]>> exchange =
          client.sendAsync(httpRequest(), BoundedBody::of);
      CompletionStage<HttpResponse<byte[]>> received = exchange;
      received.whenComplete(this::settle);
      limit(exchange, request.timeout(), executor);
    } catch (RuntimeException e) {
      fail(JdkFailures.of(e));
    }
    return answer;
  }

  private HttpRequest httpRequest() {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri()).POST(new Body(request.body()));
    request.headers().forEach(builder::setHeader);
    route.authorize(builder, request.uri());
    return builder.build();
  }

  private void settle(@Nullable HttpResponse<byte[]> response, @Nullable Throwable error) {
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
  private void limit(Future<?> exchange, Duration timeout, Executor executor) {
    CompletableFuture<@Nullable Void> timer = new CompletableFuture<>();
    CompletionStage<@Nullable Void> timeUp =
        timer.completeOnTimeout(null, timeout.toNanos(), TimeUnit.NANOSECONDS);
    timeUp.thenRunAsync(() -> breakOff(exchange), executor);
    CompletionStage<TransportAnswer> done = answer;
    done.whenComplete((response, error) -> timer.cancel(false));
  }

  private void breakOff(Future<?> exchange) {
    fail(new TransportException(Reason.TIMED_OUT, null));
    exchange.cancel(true);
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
      bytes.subscribe(subscriber);
    }
  }
}
