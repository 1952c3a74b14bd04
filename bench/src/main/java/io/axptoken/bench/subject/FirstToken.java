package io.axptoken.bench.subject;

import io.axptoken.bench.host.Child;
import io.axptoken.bench.load.TokenRequests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits until a server that has just been started gives its first token. */
final class FirstToken {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final HttpClient client;

  FirstToken(HttpClient client) {
    this.client = client;
  }

  void await(URI uri, Child server) throws IOException, InterruptedException {
    long start = System.nanoTime();
    String last = "it does not listen";
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      if (!server.isAlive()) {
        throw server.failure("ended before it gave a token");
      }
      try {
        HttpResponse<String> answer =
            client.send(request(uri), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 == 2 && answer.body().contains("\"jwtToken\"")) {
          return;
        }
        last = "it answers " + answer.statusCode();
      } catch (IOException e) {
        last = "a connection failed"; // Not listening yet, or gone before it answered.
        LockSupport.parkNanos(POLL_NANOS);
      }
    }
    throw server.failure("gave no token in " + PATIENCE.toSeconds() + " s: " + last);
  }

  private static HttpRequest request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/json")
        .timeout(PATIENCE)
        .POST(HttpRequest.BodyPublishers.ofString(TokenRequests.bodies().getFirst()))
        .build();
  }
}
