package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.testing.Pem;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConfig;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.net.ClientSSLOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An HTTP/2 body that does not end costs its stream, not the connection. */
class EndlessStreamTest {
  private static final Buffer CHUNK = Buffer.buffer(new byte[0x4000]);

  @TempDir Path folder;

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static HttpClientAgent client(Vertx vertx) {
    var tls = new ClientSSLOptions().setTrustAll(true).setHostnameVerificationAlgorithm("");
    tls.setUseAlpn(true);
    return vertx.createHttpClient(
        new HttpClientConfig().setSsl(true).setVersions(List.of(HttpVersion.HTTP_2)), tls);
  }

  @Test
  void theStreamIsResetWithoutErrorAndTheConnectionServesTheNext() throws Exception {
    Pem.Identity identity = Pem.in(folder).selfSigned(Pem.KeyType.EC_P256);
    Vertx vertx = Vertx.vertx();
    try (AxpSandbox sandbox = AxpSandbox.start();
        TestServer server =
            TestServer.start(sandbox, s -> s.https(identity.certificate(), identity.key()))) {
      HttpClientAgent client = client(vertx);
      HttpClientRequest endless =
          done(client.request(HttpMethod.POST, server.port(), "localhost", "/nothing"));
      Promise<Throwable> reset = Promise.promise();
      endless.exceptionHandler(reset::tryComplete);
      endless.setChunked(true);
      sendOn(endless);

      var answer = done(endless.response());
      assertThat(answer.version()).isEqualTo(HttpVersion.HTTP_2);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(done(reset.future()))
          .isInstanceOfSatisfying(
              StreamResetException.class, e -> assertThat(e.getCode()).isZero());
      HttpClientRequest next =
          done(client.request(HttpMethod.GET, server.port(), "localhost", "/config"));
      assertThat(done(next.send()).statusCode()).isEqualTo(200);
      assertThat(next.connection()).isSameAs(endless.connection());
    } finally {
      done(vertx.close());
    }
  }

  /** Each chunk when the one before it is out, until that fails. */
  private static void sendOn(HttpClientRequest endless) {
    endless.write(CHUNK).onSuccess(_ -> sendOn(endless));
  }
}
