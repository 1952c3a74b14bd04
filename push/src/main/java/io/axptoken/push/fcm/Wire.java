package io.axptoken.push.fcm;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/2 to Google: few connections, as many streams on each as FCM takes, no redirects, bounded
 * answers. Safe for use by many threads.
 */
final class Wire {
  /** What Google's own client takes for FCM's limit. */
  private static final int STREAMS = 100;

  private static final int CONNECTIONS = 2;
  private static final int WAITING = 1000;
  private static final int MOST_BYTES = 64 * 1024;
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration WHOLE = Duration.ofSeconds(10);

  /** A connection that says nothing for so long is given up: it may have ended unnoticed. */
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private final Vertx vertx;
  private final HttpClient client;

  Wire(Vertx vertx) {
    this.vertx = vertx;
    HttpClientOptions options =
        new HttpClientOptions()
            .setProtocolVersion(HttpVersion.HTTP_2)
            .setUseAlpn(true)
            .setConnectTimeout((int) CONNECT.toMillis())
            .setReadIdleTimeout((int) SILENCE.toSeconds())
            .setHttp2MultiplexingLimit(STREAMS)
            .setHttp2ClearTextUpgradeWithPreflightRequest(true);
    PoolOptions pool =
        new PoolOptions()
            .setHttp2MaxSize(CONNECTIONS)
            .setHttp1MaxSize(STREAMS)
            .setMaxWaitQueueSize(WAITING);
    this.client = vertx.createHttpClient(options, pool);
  }

  /** An answer that came whole. */
  record Response(int status, @Nullable String retryAfter, String body) {}

  /** Sends it; fails if no answer comes in time. */
  Future<Response> post(URI uri, String type, @Nullable String bearer, String body) {
    boolean tls = "https".equals(uri.getScheme());
    RequestOptions request =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost(uri.getHost())
            .setPort(uri.getPort() < 0 ? (tls ? 443 : 80) : uri.getPort())
            .setSsl(tls)
            .setURI(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
            .setConnectTimeout(CONNECT.toMillis())
            .setTimeout(WHOLE.toMillis())
            .putHeader(HttpHeaders.CONTENT_TYPE, type);
    if (bearer != null) {
      request.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + bearer);
    }
    return client
        .request(request)
        .compose(open -> exchange(open, body))
        .timeout(WHOLE.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
  }

  private Future<Response> exchange(HttpClientRequest request, String body) {
    Future<Response> answer =
        request.send(Buffer.buffer(body)).compose(response -> whole(response, request));
    long deadline = vertx.setTimer(WHOLE.toMillis(), _ -> request.reset());
    return answer.onComplete(_ -> vertx.cancelTimer(deadline));
  }

  private static Future<Response> whole(HttpClientResponse response, HttpClientRequest request) {
    Buffer body = Buffer.buffer();
    response.handler(chunk -> {
      if (body.length() + chunk.length() > MOST_BYTES) {
        request.reset();
      } else {
        body.appendBuffer(chunk);
      }
    });
    return response
        .end()
        .map(_ ->
            new Response(
                response.statusCode(),
                response.getHeader(HttpHeaders.RETRY_AFTER),
                body.toString(StandardCharsets.UTF_8)));
  }

  void close() {
    client.close();
  }
}
