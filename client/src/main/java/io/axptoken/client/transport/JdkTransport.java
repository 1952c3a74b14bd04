package io.axptoken.client.transport;

import io.axptoken.client.transport.TransportException.Reason;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client as a {@link Transport}: HTTP/1.1 with connections kept alive, no redirects,
 * the system's proxy settings. Answers arrive on virtual threads; the one thread of its own ends
 * with {@link #close}.
 */
public final class JdkTransport implements Transport {
  private final Executor executor = onVirtualThreads();
  private final HttpClient client;
  private volatile boolean closed;

  /** Trusts whom the JDK trusts. */
  public JdkTransport(Duration connectTimeout) {
    this(connectTimeout, null);
  }

  /**
   * Trusts whom the TLS context trusts.
   *
   * @param connectTimeout how long a connection may take; a request's own timeout bounds it, too
   * @param tls with the platform's trust anchors, or {@code null} for the JDK's own
   */
  public JdkTransport(Duration connectTimeout, @Nullable SSLContext tls) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .executor(executor);
    if (tls != null) {
      builder.sslContext(tls);
    }
    client = builder.build();
  }

  @Override
  public CompletionStage<TransportAnswer> send(TransportRequest request) {
    CompletableFuture<TransportAnswer> answer = new CompletableFuture<>();
    try {
      exchange(request, answer);
    } catch (RuntimeException e) {
      answer.completeExceptionally(failure(e));
    }
    return answer;
  }

  private void exchange(TransportRequest request, CompletableFuture<TransportAnswer> answer) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(httpRequest(request), BoundedBody::of);
    CompletionStage<HttpResponse<byte[]>> received = exchange;
    received.whenComplete((response, error) -> settle(answer, response, error));
    limit(answer, exchange, request.timeout());
  }

  private static HttpRequest httpRequest(TransportRequest request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri()).POST(BodyPublishers.ofByteArray(request.body()));
    request.headers().forEach(builder::setHeader);
    return builder.build();
  }

  private void settle(
      CompletableFuture<TransportAnswer> answer,
      @Nullable HttpResponse<byte[]> response,
      @Nullable Throwable error) {
    if (response != null) {
      answer.complete(
          new TransportAnswer(
              response.statusCode(),
              name -> response.headers().firstValue(name).orElse(null),
              response.body()));
    } else {
      answer.completeExceptionally(failure(error));
    }
  }

  /* The JDK's own request timeout ends with the headers: a stalled body would be waited for. */
  private void limit(
      CompletableFuture<TransportAnswer> answer, Future<?> exchange, Duration timeout) {
    CompletableFuture<@Nullable Void> timer = new CompletableFuture<>();
    CompletionStage<@Nullable Void> timeUp =
        timer.completeOnTimeout(null, timeout.toNanos(), TimeUnit.NANOSECONDS);
    timeUp.thenRunAsync(() -> breakOff(answer, exchange), executor);
    CompletionStage<TransportAnswer> done = answer;
    done.whenComplete((response, error) -> timer.cancel(false));
  }

  private static void breakOff(CompletableFuture<TransportAnswer> answer, Future<?> exchange) {
    answer.completeExceptionally(new TransportException(Reason.TIMED_OUT, null));
    exchange.cancel(true);
  }

  private TransportException failure(@Nullable Throwable error) {
    return closed ? new TransportException(Reason.CLOSED, error) : JdkFailures.of(error);
  }

  private static Executor onVirtualThreads() {
    ThreadFactory threads = Thread.ofVirtual().name("axp-http-", 0).factory();
    return task -> threads.newThread(task).start();
  }

  @Override
  public void close() {
    closed = true;
    client.shutdownNow();
  }
}
