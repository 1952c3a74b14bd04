package io.axptoken.bench.subject;

import io.axptoken.bench.host.Child;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
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

  void await(URI uri, String message, Child server) throws IOException, InterruptedException {
    long start = System.nanoTime();
    String last = "it does not listen";
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      if (!server.isAlive()) {
        throw server.failure("ended before it gave a token");
      }
      try {
        HttpResponse<String> answer =
            client.send(request(uri, message), HttpResponse.BodyHandlers.ofString());
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

  // The client adds Host and Content-Length itself, and lets nobody else do it.
  private static HttpRequest request(URI uri, String message) {
    int headEnd = message.indexOf("\r\n\r\n");
    List<String> head = message.substring(0, headEnd).lines().toList();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri.resolve(head.getFirst().split(" ", -1)[1]))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(message.substring(headEnd + 4)));
    for (String line : head.subList(1, head.size())) {
      if (!line.startsWith("Host:") && !line.startsWith("Content-Length:")) {
        request.header(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(' ') + 1));
      }
    }
    return request.build();
  }
}
