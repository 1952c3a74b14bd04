package io.axptoken.server.transport;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.client.transport.TransportRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Calls for the tests, with their usual contents. */
final class Calls {
  private Calls() {}

  static TransportRequest request(URI uri, Duration timeout) {
    byte[] body = "{\"a\":\"b\"}".getBytes(StandardCharsets.UTF_8);
    return new TransportRequest(uri, Map.of("content-type", "application/json"), body, timeout);
  }

  static TransportRequest request(URI uri) {
    return request(uri, Duration.ofSeconds(5));
  }

  static TransportAnswer answer(Transport transport, URI uri) {
    return done(transport.send(request(uri)).toCompletableFuture());
  }

  static String text(TransportAnswer answer) {
    return answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8);
  }

  static Reason failure(Transport transport, TransportRequest request) {
    try {
      done(transport.send(request).toCompletableFuture());
      throw new AssertionError("there was an answer");
    } catch (CompletionException e) {
      if (e.getCause() instanceof TransportException failure) {
        return failure.reason();
      }
      throw e;
    }
  }

  static <T> T done(CompletableFuture<T> stage) {
    return stage.orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** For the script of a server, which ends with an exception. */
  static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IOException("Waited in vain");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
