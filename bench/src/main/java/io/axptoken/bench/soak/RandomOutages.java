package io.axptoken.bench.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Makes the platform fail at random times, for random whiles, in random ways. */
final class RandomOutages {
  private static final List<String> FAULTS =
      List.of(
          "\"fault\":\"status\",\"status\":500",
          "\"fault\":\"status\",\"status\":502",
          "\"fault\":\"status\",\"status\":503,\"retryAfterSeconds\":2",
          "\"fault\":\"status\",\"status\":401",
          "\"fault\":\"status\",\"status\":429,\"retryAfterSeconds\":1",
          "\"fault\":\"delay\",\"delayMillis\":1500",
          "\"fault\":\"hang\"",
          "\"fault\":\"reset\"",
          "\"fault\":\"truncate\"",
          "\"fault\":\"stall-body\"",
          "\"fault\":\"garbage\"",
          "\"fault\":\"without-token\"",
          "\"fault\":\"huge\"",
          "\"fault\":\"redirect\",\"location\":\"http://127.0.0.1:9/\"");
  private static final List<String> ENDPOINTS = List.of("access-token", "end-user-token", "all");
  private static final Duration SHORTEST = Duration.ofMillis(300);
  private static final Duration LONGEST = Duration.ofSeconds(6);

  private final Sandbox sandbox;
  private final Random random;

  RandomOutages(Sandbox sandbox, Random random) {
    this.sandbox = sandbox;
    this.random = random;
  }

  /** Goes on until that time of {@link System#nanoTime}; the platform is well when it returns. */
  List<Outage> until(long end, Consumer<String> progress) throws IOException, InterruptedException {
    List<Outage> outages = new ArrayList<>();
    while (System.nanoTime() < end) {
      Outage outage = outage();
      outages.add(outage);
      progress.accept(
          "%4d s left: %s at %s"
              .formatted(
                  Duration.ofNanos(end - System.nanoTime()).toSeconds(),
                  outage.fault(),
                  outage.endpoint()));
      Thread.sleep(between());
    }
    return outages;
  }

  private Outage outage() throws IOException, InterruptedException {
    String fault = FAULTS.get(random.nextInt(FAULTS.size()));
    String endpoint = ENDPOINTS.get(random.nextInt(ENDPOINTS.size()));
    boolean revoked = random.nextBoolean();
    long begin = System.nanoTime();
    sandbox.fail("{\"endpoint\":\"%s\",%s,\"mode\":\"always\"}".formatted(endpoint, fault));
    if (revoked) { // Else a fault of the access token's call would seldom be met.
      sandbox.revokeAccessTokens();
    }
    Thread.sleep(between());
    sandbox.behave();
    String name = fault.replaceAll("\"fault\":|\"", "") + (revoked ? ", tokens revoked" : "");
    return new Outage(name, endpoint, begin, System.nanoTime());
  }

  private Duration between() {
    return SHORTEST.plusMillis(random.nextLong(LONGEST.minus(SHORTEST).toMillis()));
  }
}
