package io.axptoken.server.issue;

import static io.axptoken.server.issue.ReusingIssuer.user;

import io.axptoken.client.EndUserToken;
import io.axptoken.server.identity.IdentifiedUser;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Measures the memory of the tokens of millions of users, and the time that a look-up takes; no
 * test, but a program to be run by hand. Its figures stand in docs/token-reuse.md.
 */
final class ReuseMemory {
  private static final int[] SIZES = {1_000, 5_000, 10_000, 20_000, 100_000, 1_000_000};
  private static final int MAX_USERS = 10_000;
  private static final int ROUNDS = 5_000_000;
  private static final int TOKEN_LENGTH = 1000;
  private static final int MIB = 1024 * 1024;

  private ReuseMemory() {}

  public static void main(String[] args) {
    KeptTokens room = new KeptTokens(MAX_USERS, System::nanoTime);
    Duration life = Duration.ofMinutes(30);
    TokenReuse reuse = new TokenReuse("default", new ReusePolicy(50, life), room, Instant::now);
    long before = usedBytes();
    int done = 0;
    for (int size : SIZES) {
      for (; done < size; done++) {
        IdentifiedUser user = user("user-" + done);
        int number = done;
        reuse.fetch(user, _ -> token(number, life));
        reuse.find(user);
      }
      double mib = (double) (usedBytes() - before) / MIB;
      System.out.printf("%,9d users came: %,6d kept, %5.1f MiB%n", size, room.users(), mib);
    }
    for (int i = 0; i < 3; i++) {
      lookUp(reuse, life);
    }
  }

  private static void lookUp(TokenReuse reuse, Duration life) {
    IdentifiedUser user = user("user-who-comes-back");
    reuse.fetch(user, _ -> token(0, life));
    int found = 0;
    long start = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      found += reuse.find(user) == null ? 0 : 1;
    }
    System.out.printf("%d of %d found, %d ns each%n", found, ROUNDS, perRound(start));
  }

  private static long perRound(long start) {
    return (System.nanoTime() - start) / ROUNDS;
  }

  private static CompletionStage<EndUserToken> token(int number, Duration life) {
    String value =
        String.valueOf(number).concat("x".repeat(TOKEN_LENGTH)).substring(0, TOKEN_LENGTH);
    return CompletableFuture.completedFuture(new EndUserToken(value, Instant.now().plus(life)));
  }

  private static long usedBytes() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
