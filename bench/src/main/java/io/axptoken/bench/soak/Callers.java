package io.axptoken.bench.soak;

import io.axptoken.bench.host.Child;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Callers at random times of a given mean rate, who wait for their answers and check them. */
final class Callers implements AutoCloseable {
  private static final int USERS = 5_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI uri;
  private final double perSecond;
  private final Random random;
  private final Tally tally;
  private final Phaser underWay = new Phaser(1);
  private final Thread thread = Thread.ofPlatform().daemon().name("callers").unstarted(this::run);
  private @Nullable TokenCheck check;
  private volatile boolean stopped;

  Callers(URI uri, double perSecond, long seed, Tally tally) {
    this.uri = uri;
    this.perSecond = perSecond;
    this.random = new Random(seed);
    this.tally = tally;
  }

  /** Waits until the server gives tokens. */
  void awaitFirstToken(Child server) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!givesToken()) {
      if (!server.isAlive() || System.nanoTime() > end) {
        throw server.failure("gave no token");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private boolean givesToken() throws InterruptedException {
    try {
      return client.send(request("the-first"), HttpResponse.BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException e) {
      return false; // Not listening yet.
    }
  }

  /** How tokens are checked. */
  void tokens(TokenCheck newCheck) {
    check = newCheck;
  }

  void start() {
    thread.start();
  }

  /** Asks no more, and waits for the answers that are still to come. */
  void stop() throws InterruptedException {
    stopped = true;
    thread.join();
    underWay.arriveAndAwaitAdvance();
  }

  private void run() {
    double due = System.nanoTime();
    while (!stopped) {
      due += -Math.log1p(-random.nextDouble()) * 1e9 / perSecond;
      for (long left = (long) due - System.nanoTime(); left > 0; ) {
        LockSupport.parkNanos(left);
        left = (long) due - System.nanoTime();
      }
      call("user-" + random.nextInt(USERS));
    }
  }

  private void call(String user) {
    underWay.register();
    long begin = System.nanoTime();
    var _ =
        client
            .sendAsync(request(user), HttpResponse.BodyHandlers.ofString())
            .whenComplete((answer, error) -> {
              note(user, answer, begin);
              underWay.arriveAndDeregister();
            });
  }

  private void note(String user, @Nullable HttpResponse<String> answer, long begin) {
    if (answer == null) {
      tally.unanswered();
      return;
    }
    long end = System.nanoTime();
    boolean right = answer.statusCode() == 200 && check != null && check.isFor(user, answer.body());
    tally.answered(answer.statusCode(), right, begin, end);
  }

  private HttpRequest request(String user) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/json")
        .timeout(PATIENCE)
        .POST(HttpRequest.BodyPublishers.ofString("{\"userId\":\"" + user + "\"}"))
        .build();
  }

  @Override
  public void close() {
    stopped = true;
    client.shutdownNow();
  }
}
