package io.axptoken.server.identity.jwt.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.time.Clocks;
import io.axptoken.testing.CapturedLogs;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** How keys come, stay and go, in virtual time. */
class RemoteKeysTest {
  private static final VerificationKey OLD = key("old");
  private static final VerificationKey NEW = key("new");

  private final Timeline time = new Timeline();
  private final List<Instant> fetches = new ArrayList<>();
  private Supplier<Future<List<VerificationKey>>> answer =
      () -> Future.succeededFuture(List.of(OLD));
  private final RemoteKeys keys =
      new RemoteKeys("login.example.com", this::fetch, List.of(), time.clocks(), time);

  private Future<List<VerificationKey>> fetch() {
    fetches.add(time.instant());
    return answer.get();
  }

  @Test
  void theKeysAreThereBeforeTheFirstToken() {
    keys.start();

    assertThat(keys.current().keys()).containsExactly(OLD);
    assertThat(fetches).hasSize(1);
  }

  @Test
  void theyAreFetchedAgainInTheBackground() {
    keys.start();
    answer = () -> Future.succeededFuture(List.of(NEW));

    time.pass(RemoteKeys.REFRESH);

    assertThat(keys.current().keys()).containsExactly(NEW);
    time.pass(RemoteKeys.REFRESH.multipliedBy(5));
    assertThat(fetches).hasSize(7);
  }

  @Test
  void afterItsEndNothingIsFetchedAndTheKeysStay() {
    keys.start();
    keys.close();

    time.pass(RemoteKeys.REFRESH.multipliedBy(3));

    assertThat(fetches).hasSize(1);
    assertThat(keys.current().keys()).containsExactly(OLD);
  }

  @Test
  void theSameKeysAreTheSameRing() {
    keys.start();
    KeyRing ring = keys.current();

    time.pass(RemoteKeys.REFRESH);

    assertThat(keys.current()).isSameAs(ring);
  }

  @Test
  void aStormOfUnknownKeysCausesOneFetchPerInterval() {
    keys.start();
    fetches.clear();

    for (int second = 0; second < 60; second++) {
      for (int i = 0; i < 100; i++) {
        assertThat(keys.lookAgain("unknown-" + i).result().keys()).containsExactly(OLD);
      }
      time.pass(Duration.ofSeconds(1));
    }

    assertThat(fetches).hasSizeBetween(5, 7);
    for (int i = 1; i < fetches.size(); i++) {
      assertThat(Duration.between(fetches.get(i - 1), fetches.get(i)))
          .isGreaterThanOrEqualTo(RemoteKeys.UNKNOWN_KEY_INTERVAL);
    }
  }

  @Test
  void aClockThatIsSetBackLengthensTheBeliefInKeysOfAnOutageByNothing() {
    keys.start();
    answer = RemoteKeysTest::down;
    time.set(Duration.ofDays(-30));

    time.pass(RemoteKeys.MAX_AGE.minusSeconds(1));
    assertThat(keys.current().keys()).containsExactly(OLD);
    time.pass(Duration.ofSeconds(1));
    assertThat(keys.current().isEmpty()).isTrue();
  }

  @Test
  void keysThatAreTooOldByTheWallClockAreNotBelieved() {
    keys.start();
    answer = RemoteKeysTest::down;
    time.set(RemoteKeys.MAX_AGE);

    assertThat(keys.current().isEmpty()).isTrue();
  }

  @Test
  void aClockThatIsSetBackKeepsNobodyFromNewKeys() {
    keys.start();
    keys.lookAgain("unknown");
    time.set(Duration.ofDays(-30));
    answer = () -> Future.succeededFuture(List.of(OLD, NEW));

    time.pass(RemoteKeys.UNKNOWN_KEY_INTERVAL);
    assertThat(keys.lookAgain("new").result().keys()).containsExactly(OLD, NEW);
    assertThat(keys.retryAfter()).isLessThanOrEqualTo(RemoteKeys.UNKNOWN_KEY_INTERVAL);
  }

  @Test
  void aNewKeyIsFoundByTheFirstTokenThatNamesIt() {
    keys.start();
    answer = () -> Future.succeededFuture(List.of(OLD, NEW));

    assertThat(keys.lookAgain("new").result().keys()).containsExactly(OLD, NEW);
  }

  @Test
  void whoComesDuringAFetchWaitsForIt() {
    Promise<List<VerificationKey>> slow = Promise.promise();
    answer = slow::future;
    keys.start();

    Future<KeyRing> first = keys.lookAgain("old");
    Future<KeyRing> second = keys.lookAgain("new");
    assertThat(first.isComplete()).isFalse();
    slow.complete(List.of(OLD));

    assertThat(first.result().keys()).containsExactly(OLD);
    assertThat(second.result()).isSameAs(first.result());
    assertThat(fetches).hasSize(1);
  }

  @Test
  void anOutageIsSurvivedWithTheLastGoodKeysForADay(CapturedLogs logs) {
    keys.start();
    answer = RemoteKeysTest::down;

    time.pass(RemoteKeys.MAX_AGE.minusSeconds(1));
    assertThat(keys.current().keys()).containsExactly(OLD);

    time.pass(Duration.ofSeconds(1));
    assertThat(keys.current().isEmpty()).isTrue();
    assertThat(logs.messages(Level.WARNING))
        .singleElement()
        .asString()
        .contains("login.example.com", "nobody answers", "stay in force");
  }

  @Test
  void aProviderThatIsDownAtTheStartIsAskedAgainSoonAndLessAndLess(CapturedLogs logs) {
    answer = RemoteKeysTest::down;
    keys.start();
    time.pass(Duration.ofSeconds(63));
    assertThat(fetches).hasSize(7); // at 0, 1, 3, 7, 15, 31 and 61 seconds

    answer = () -> Future.succeededFuture(List.of(OLD));
    time.pass(Duration.ofSeconds(30));

    assertThat(keys.current().keys()).containsExactly(OLD);
    assertThat(logs.messages(Level.INFO)).hasSize(2);
    assertThat(logs.messages(Level.INFO).getLast()).contains("there again");
  }

  @Test
  void requestsDuringAnOutageDoNotAskAnyOftener() {
    answer = RemoteKeysTest::down;
    keys.start();
    time.pass(Duration.ofSeconds(7));
    int before = fetches.size();

    for (int i = 0; i < 1000; i++) {
      assertThat(keys.lookAgain("any").result().isEmpty()).isTrue();
    }

    assertThat(fetches).hasSize(before);
    assertThat(keys.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(8));
  }

  @Test
  void keysOfTheConfigurationStayWhateverBecomesOfTheOthers() {
    answer = RemoteKeysTest::down;
    RemoteKeys both =
        new RemoteKeys("login.example.com", this::fetch, List.of(NEW), time.clocks(), time);

    assertThat(both.start().current().keys()).containsExactly(NEW);
    answer = () -> Future.succeededFuture(List.of(OLD));
    time.pass(Duration.ofSeconds(1));
    assertThat(both.current().keys()).containsExactly(NEW, OLD);
  }

  private static Future<List<VerificationKey>> down() {
    return Future.failedFuture(new NoKeys("nobody answers at its address"));
  }

  private static VerificationKey key(String kid) {
    byte[] bytes = kid.repeat(16).getBytes(StandardCharsets.UTF_8);
    return new VerificationKey(kid, Set.of("HS256"), new SecretKeySpec(bytes, "HMAC"));
  }

  /** A clock and its timers. */
  private static final class Timeline implements Delays {
    private record Due(Instant at, Runnable task) {}

    private final PriorityQueue<Due> plan = new PriorityQueue<>(Comparator.comparing(Due::at));
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    /** What somebody has set the wall clock to, beside what has passed. */
    private Duration set = Duration.ZERO;

    Clocks clocks() {
      return new Clocks(() -> now.plus(set), () -> Duration.between(Instant.EPOCH, now).toNanos());
    }

    Instant instant() {
      return now;
    }

    void set(Duration by) {
      set = set.plus(by);
    }

    @Override
    public void after(Duration delay, Runnable task) {
      plan.add(new Due(now.plus(delay), task));
    }

    void pass(Duration duration) {
      Instant end = now.plus(duration);
      while (!plan.isEmpty() && !plan.element().at().isAfter(end)) {
        Due due = plan.remove();
        now = due.at();
        due.task().run();
      }
      now = end;
    }
  }
}
