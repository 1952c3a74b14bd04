package io.axptoken.push.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.push.fixture.ManualClock;
import io.axptoken.push.settings.DatabaseSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every database does. */
abstract class StoreContract {
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private DatabaseSettings settings = DatabaseSettings.EMBEDDED;
  private Database database;
  private Configs configs;
  private Devices devices;
  private Outbox outbox;

  abstract DatabaseSettings settings();

  @BeforeEach
  void open() {
    settings = settings();
    reopen();
    configs.put(config("one"));
  }

  private void reopen() {
    database = Database.open(settings, folder.resolve("data"));
    configs = new Configs(database, clock);
    devices = new Devices(database, clock);
    outbox = new Outbox(database, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Config config(String id) {
    return new Config(id, "project", "mail@example.com", "print", "k1", "sealed");
  }

  private void register(String token, String session) {
    Device device = new Device(token, "one", session, "ios", "{\"deviceToken\":\"" + token + "\"}");
    assertThat(devices.register(device)).isTrue();
  }

  private int accept(String event, String session) {
    return outbox.accept(List.of(new Arrival(event, session, "{}")), DAY);
  }

  private List<Parcel> claim() {
    return outbox.claim(100, LEASE);
  }

  private void settle(Parcel parcel, Settled.State state) {
    outbox.settle(List.of(new Settled(parcel, state, clock.instant(), true, "", null, null)));
  }

  @Test
  void anEventIsKeptForEachDeviceOfItsSession() {
    register("a:1", "s");
    register("b:2", "s");
    register("c:3", "other");

    assertThat(accept("e", "s")).isEqualTo(2);
    assertThat(claim()).extracting(Parcel::deviceToken).containsExactlyInAnyOrder("a:1", "b:2");
  }

  @Test
  void theSameEventIsKeptOnce() {
    register("a:1", "s");

    assertThat(accept("e", "s")).isEqualTo(1);
    assertThat(accept("e", "s")).isZero();
    assertThat(claim()).hasSize(1);
  }

  @Test
  void anEventOfAnUnknownSessionIsKeptForNobody() {
    assertThat(accept("e", "nobody")).isZero();
  }

  @Test
  void eventsThatComeTogetherAreKeptTogether() {
    register("a:1", "s");
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      arrivals.add(new Arrival("e" + i, "s", "{}"));
    }

    assertThat(outbox.accept(arrivals, DAY)).isEqualTo(100);
    assertThat(outbox.counts()).isEqualTo(Map.of("pending", 100L));
  }

  @Test
  void whatIsLeasedIsNobodyElsesUntilTheLeaseEnds() {
    register("a:1", "s");
    accept("e", "s");
    Parcel first = claim().getFirst();

    assertThat(claim()).isEmpty();
    clock.forward(LEASE);
    Parcel second = claim().getFirst();

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.attempts()).isEqualTo(2);
    settle(first, Settled.State.FAILED);
    assertThat(outbox.counts()).as("it was taken over").isEqualTo(Map.of("pending", 1L));
    settle(second, Settled.State.SENT);
    assertThat(outbox.counts()).isEqualTo(Map.of("sent", 1L));
  }

  @Test
  void manyWhoClaimAtOnceShareTheRows() throws Exception {
    register("a:1", "s");
    for (int i = 0; i < 200; i++) {
      accept("e" + i, "s");
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<List<Parcel>>> claims = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        claims.add(() -> outbox.claim(10, LEASE));
      }
      List<Parcel> all = new ArrayList<>();
      for (var claim : threads.invokeAll(claims)) {
        all.addAll(claim.get());
      }
      Set<String> ids = new HashSet<>(all.stream().map(Parcel::id).toList());
      assertThat(ids).hasSize(all.size());
      all.addAll(outbox.claim(200, LEASE));
      assertThat(all).hasSize(200);
    }
  }

  @Test
  void aRowComesBackWhenItIsDue() {
    register("a:1", "s");
    accept("e", "s");
    Instant later = clock.instant().plusSeconds(10);
    outbox.settle(
        List.of(
            new Settled(
                claim().getFirst(), Settled.State.PENDING, later, true, "INTERNAL", null, null)));

    assertThat(claim()).isEmpty();
    clock.forward(Duration.ofSeconds(10));
    assertThat(claim()).singleElement().extracting(Parcel::attempts).isEqualTo(2);
  }

  @Test
  void aConfigurationThatWaitsIsLeftAloneAndCostsNoAttempt() {
    register("a:1", "s");
    accept("e", "s");
    accept("f", "s");
    Parcel one = outbox.claim(1, LEASE).getFirst();
    Instant then = clock.instant().plusSeconds(30);
    outbox.settle(
        List.of(new Settled(one, Settled.State.PENDING, then, false, "REFUSED", null, then)));

    assertThat(claim()).isEmpty();
    assertThat(configs.paused()).containsExactly(new Configs.Paused("one", "REFUSED"));
    clock.forward(Duration.ofSeconds(30));
    List<Parcel> again = claim();
    assertThat(again).hasSize(2).allMatch(parcel -> parcel.attempts() == 1);
    settle(again.getFirst(), Settled.State.SENT);
    assertThat(configs.paused()).isEmpty();
  }

  @Test
  void aDeadDeviceIsSentNothingMoreUntilItRegistersAgain() {
    register("a:1", "s");
    accept("e", "s");
    accept("f", "s");
    Parcel one = outbox.claim(1, LEASE).getFirst();
    outbox.settle(
        List.of(
            new Settled(
                one,
                Settled.State.FAILED,
                clock.instant(),
                true,
                "UNREGISTERED",
                "UNREGISTERED",
                null)));

    assertThat(outbox.counts()).isEqualTo(Map.of("failed", 2L));
    assertThat(devices.counts()).isEqualTo(Map.of("dead", 1L));
    assertThat(accept("g", "s")).isZero();
    register("a:1", "s");
    assertThat(accept("h", "s")).isEqualTo(1);
  }

  @Test
  void aDeviceThatRegisteredMeanwhileIsNotDead() {
    register("a:1", "s");
    accept("e", "s");
    Parcel one = claim().getFirst();
    clock.forward(Duration.ofSeconds(1));
    register("a:1", "s");
    outbox.settle(
        List.of(
            new Settled(
                one, Settled.State.FAILED, clock.instant(), true, "UNREGISTERED", "GONE", null)));

    assertThat(devices.counts()).isEqualTo(Map.of("active", 1L));
  }

  @Test
  void aDeviceThatChangesItsAccountLeavesTheOldSession() {
    register("a:1", "old");
    register("a:1", "new");

    assertThat(devices.findBySession("old")).isEmpty();
    assertThat(devices.findBySession("new")).isPresent();
    assertThat(accept("e", "old")).isZero();
  }

  @Test
  void aDeviceIsFoundUntilItIsDeleted() {
    register("a:b/c", "s");
    accept("e", "s");

    assertThat(devices.find("a:b/c")).isPresent();
    assertThat(devices.delete("a:b/c")).isTrue();
    assertThat(devices.delete("a:b/c")).isFalse();
    assertThat(claim()).isEmpty();
  }

  @Test
  void noDeviceRegistersWithAConfigurationThatIsNotThere() {
    assertThat(devices.register(new Device("a:1", "none", "s", "ios", "{}"))).isFalse();
  }

  @Test
  void whatWasToBeSentThroughADeletedConfigurationFails() {
    register("a:1", "s");
    accept("e", "s");
    configs.delete("one");
    configs.delete("one");

    assertThat(configs.find("one")).isEmpty();
    assertThat(outbox.counts()).isEqualTo(Map.of("failed", 1L));
  }

  @Test
  void devicesGrowStale() {
    register("a:1", "s");
    clock.forward(Duration.ofDays(271));
    register("b:2", "s");

    assertThat(devices.markStale(Duration.ofDays(270))).isEqualTo(1);
    assertThat(accept("e", "s")).isEqualTo(1);
  }

  @Test
  void whatIsDoneIsForgottenAndWhatIsLateEnds() {
    register("a:1", "s");
    accept("done", "s");
    settle(claim().getFirst(), Settled.State.SENT);
    clock.forward(Duration.ofHours(70));
    accept("late", "s");
    clock.forward(Duration.ofHours(25));

    assertThat(outbox.sweep(Duration.ofDays(3))).isEqualTo(1);
    assertThat(outbox.counts()).isEqualTo(Map.of("expired", 1L));
    assertThat(outbox.oldest()).isEmpty();
  }

  @Test
  void theOldestRowTellsSinceWhenItWaits() {
    register("a:1", "s");
    Instant first = clock.instant();
    accept("e", "s");
    clock.forward(Duration.ofMinutes(1));
    accept("f", "s");

    assertThat(outbox.oldest()).contains(first);
  }

  @Test
  void everythingIsThereAgainAfterARestart() {
    register("a:1", "s");
    accept("e", "s");
    database.close();
    reopen();

    assertThat(configs.all()).containsExactly(config("one"));
    assertThat(devices.all()).hasSize(1);
    assertThat(claim()).hasSize(1);
  }

  @Test
  void textsAreDataWhateverTheySay() {
    String odd = "x'; DROP TABLE device; -- \u00e4\ud83d\ude00";
    register(odd, odd);

    assertThat(accept(odd, odd)).isEqualTo(1);
    assertThat(claim()).singleElement().extracting(Parcel::deviceToken).isEqualTo(odd);
  }
}
