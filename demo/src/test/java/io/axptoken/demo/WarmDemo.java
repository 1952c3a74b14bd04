package io.axptoken.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;

/** A demo that gives out tokens at once: keys are made and classes loaded at first use. */
final class WarmDemo {
  private static final int ATTEMPTS = 100;

  private WarmDemo() {}

  /** Starts one on any free port, and returns when it has given out its first token. */
  static Demo start() {
    if (!(Demo.start("127.0.0.1", 0) instanceof Demo.Start.Running(Demo demo))) {
      throw new IllegalStateException("the demo does not start");
    }
    awaitTokens(demo.page());
    return demo;
  }

  /** Returns when the demo there has given out a token. */
  static void awaitTokens(URI page) {
    HttpRequest request =
        HttpRequest.newBuilder(page.resolve("/token"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"userId\":\"first\"}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      if (IntStream.range(0, ATTEMPTS).noneMatch(_ -> status(client, request) == 200)) {
        throw new IllegalStateException("the demo gives out no tokens");
      }
    }
  }

  private static int status(HttpClient client, HttpRequest request) {
    return client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).join().statusCode();
  }
}
