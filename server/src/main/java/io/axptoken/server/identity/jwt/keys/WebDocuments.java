package io.axptoken.server.identity.jwt.keys;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConfig;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.TrustOptions;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Documents over HTTPS, or over HTTP where the URI says so: one connection each, a deadline for the
 * whole of it, and no redirects, for these could lead anywhere.
 */
public final class WebDocuments implements Documents {
  private static final int MAX_BYTES = 512 * 1024;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final HttpClientAgent client;

  /** Trusts the system's trust anchors, or those given. */
  public WebDocuments(Vertx vertx, @Nullable TrustOptions trust) {
    HttpClientConfig config = new HttpClientConfig().setVersions(HttpVersion.HTTP_1_1);
    config.setConnectTimeout(CONNECT_TIMEOUT).setVerifyHost(true);
    ClientSSLOptions tls = new ClientSSLOptions().setHostnameVerificationAlgorithm("HTTPS");
    if (trust != null) {
      tls.setTrustOptions(trust);
    }
    client = vertx.createHttpClient(config, tls);
  }

  @Override
  public Future<byte[]> get(URI uri) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(uri.toString())
            .setFollowRedirects(false)
            .putHeader("accept", "application/json, application/jwk-set+json, */*;q=0.1")
            .putHeader("accept-encoding", "identity")
            .putHeader("connection", "close");
    return client.request(options).compose(WebDocuments::exchange).recover(WebDocuments::explained);
  }

  private static Future<byte[]> exchange(HttpClientRequest request) {
    Future<byte[]> whole = request.send().compose(WebDocuments::read);
    return whole
        .timeout(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(_ -> request.reset());
  }

  private static Future<byte[]> read(HttpClientResponse response) {
    String unfit = unfit(response);
    if (unfit != null) {
      return Future.failedFuture(new NoKeys(unfit));
    }
    Promise<byte[]> whole = Promise.promise();
    Buffer body = Buffer.buffer();
    response.exceptionHandler(whole::tryFail);
    response.endHandler(_ -> whole.tryComplete(body.getBytes()));
    response.handler(chunk -> {
      if (body.length() + chunk.length() > MAX_BYTES) {
        whole.tryFail(new NoKeys("the answer is larger than " + MAX_BYTES / 1024 + " KiB"));
      } else {
        body.appendBuffer(chunk);
      }
    });
    return whole.future();
  }

  /** Why the answer cannot be a document, or {@code null}. */
  private static @Nullable String unfit(HttpClientResponse response) {
    String location = response.getHeader("location");
    String coding = response.getHeader("content-encoding");
    if (response.statusCode() / 100 == 3 && location != null) {
      return "the answer has HTTP status %d, a redirect to %s, which is not followed: configure where it leads"
          .formatted(response.statusCode(), Foreign.quoted(location));
    }
    if (response.statusCode() != 200) {
      return "the answer has HTTP status " + response.statusCode();
    }
    return coding == null || coding.equalsIgnoreCase("identity")
        ? null
        : "the answer is compressed (content-encoding %s), which was not asked for"
            .formatted(Foreign.quoted(coding));
  }

  private static Future<byte[]> explained(Throwable failure) {
    return Future.failedFuture(
        failure instanceof NoKeys known ? known : new NoKeys(reason(failure)));
  }

  private static String reason(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnknownHostException _ -> {
          return "its host name has no address";
        }
        case SSLException _ -> {
          return "the TLS handshake failed; its certificate may not be trusted here";
        }
        case ConnectException _, NoRouteToHostException _ -> {
          return "nobody answers at its address";
        }
        case TimeoutException _ -> {
          return "the answer did not come in time";
        }
        default -> {}
      }
    }
    return "the connection broke";
  }
}
