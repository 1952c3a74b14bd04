package io.axptoken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that ask for tokens one after the other until they are told to end. */
final class TokenLoad implements AutoCloseable {
  private static final String USER = "{\"userId\":\"u1\"}";

  private final HttpClient http;
  private final HttpRequest request;
  private final List<Thread> clients = new ArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private volatile boolean over;

  private TokenLoad(HttpClient http, URI token) {
    this.http = http;
    this.request =
        HttpRequest.newBuilder(token)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(USER))
            .build();
  }

  /** Begins with so many clients. */
  static TokenLoad begin(HttpClient http, URI token, int clients) {
    TokenLoad load = new TokenLoad(http, token);
    for (int i = 0; i < clients; i++) {
      load.clients.add(Thread.ofVirtual().name("client-" + i).start(load::run));
    }
    return load;
  }

  private void run() {
    while (!over) {
      try {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() == 200 && answer.body().contains("\"jwtToken\":\"jwt.")) {
          count();
        } else {
          failures.add(answer.statusCode() + " " + answer.body());
        }
      } catch (IOException e) {
        failures.add(e.toString());
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private synchronized void count() {
    tokens.incrementAndGet();
    notifyAll();
  }

  /** Waits for so many more tokens, so that whatever was done meanwhile was done under load. */
  synchronized void awaitMore(int more) throws InterruptedException {
    int enough = tokens.get() + more;
    long end = System.nanoTime() + 30_000_000_000L;
    while (tokens.get() < enough) {
      long millis = (end - System.nanoTime()) / 1_000_000;
      assertThat(millis).as("time left for tokens; failures: " + failures).isPositive();
      wait(millis);
    }
  }

  /** Ends, and holds that no request has failed. */
  void endWithoutFailure() {
    close();
    assertThat(failures).isEmpty();
    assertThat(tokens).hasPositiveValue();
  }

  @Override
  public void close() {
    over = true;
    try {
      for (Thread client : clients) {
        client.join();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
