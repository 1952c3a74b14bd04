package io.axptoken.push.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axptoken.push.fcm.Fcm;
import io.axptoken.push.fcm.ServiceAccount;
import io.axptoken.push.fcm.TokenHosts;
import io.axptoken.push.fixture.ManualClock;
import io.axptoken.push.fixture.StubFcm;
import io.axptoken.push.fixture.StubFcm.Reply;
import io.axptoken.push.fixture.TestAccount;
import io.axptoken.push.fixture.TestConnector;
import io.axptoken.push.key.MasterKeys;
import io.axptoken.push.settings.DatabaseSettings;
import io.axptoken.push.settings.FcmSettings;
import io.axptoken.push.settings.KeySettings;
import io.axptoken.push.store.Arrival;
import io.axptoken.push.store.Config;
import io.axptoken.push.store.Configs;
import io.axptoken.push.store.Database;
import io.axptoken.push.store.Device;
import io.axptoken.push.store.Devices;
import io.axptoken.push.store.Outbox;
import io.axptoken.service.config.Secret;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An FCM that is down for an hour, on a clock that the test moves. */
class OutageTest {
  private static final int EVENTS = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();
  private final Vertx vertx = Vertx.vertx();
  private StubFcm stub;
  private Database database;
  private Outbox outbox;
  private Fcm fcm;
  private Dispatcher dispatcher;

  @BeforeEach
  void start() throws Exception {
    stub = new StubFcm();
    database = Database.open(DatabaseSettings.EMBEDDED, folder.resolve("data"));
    outbox = new Outbox(database, clock);
    fcm = new Fcm(vertx, stub.uri(), clock);
    MasterKeys keys =
        new MasterKeys(new KeySettings(Secret.of(TestConnector.MASTER_KEY), List.of()));
    Configs configs = new Configs(database, clock);
    TokenHosts hosts = new TokenHosts(stub.uri());
    JsonObject json = TestAccount.json(stub.tokenUri());
    ServiceAccount account = ServiceAccount.of(json, hosts);
    configs.put(
        new Config(
            "c1",
            account.projectId(),
            account.clientEmail(),
            account.fingerprint(),
            keys.currentId(),
            keys.seal("c1", json.encode())));
    new Devices(database, clock).register(new Device("and:1", "c1", "s1", "other", "{}"));
    FcmSettings settings =
        new FcmSettings(
            stub.uri(),
            Duration.ofSeconds(10),
            8,
            Duration.ofDays(1),
            new FcmSettings.Fallback("", ""));
    dispatcher =
        new Dispatcher(
            outbox,
            new Accounts(configs, () -> keys, hosts),
            fcm,
            () -> settings,
            clock,
            new Sends(_ -> new LongAdder()),
            Dispatcher.LEASE);
  }

  @AfterEach
  void stop() {
    dispatcher.close();
    fcm.close();
    database.close();
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    stub.close();
  }

  private void accept() {
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      arrivals.add(new Arrival("e" + i, "s1", "{\"eventId\":\"e" + i + "\"}"));
    }
    assertThat(outbox.accept(arrivals, Duration.ofDays(1))).isEqualTo(EVENTS);
    dispatcher.wake();
  }

  @Test
  void afterAnHourEverythingIsSentOnceAndNeverMoreAtOnceThanFcmTakes() {
    AtomicInteger refused = new AtomicInteger();
    stub.answer(_ -> {
      refused.incrementAndGet();
      return Reply.error(503, "UNAVAILABLE");
    });
    accept();
    await().atMost(PATIENCE).until(() -> refused.get() >= EVENTS);
    for (int minute = 0; minute < 60; minute++) {
      clock.forward(Duration.ofMinutes(1));
      dispatcher.wake();
    }
    await().atMost(PATIENCE).until(() -> refused.get() >= 2 * EVENTS);
    int before = stub.messages().size();
    stub.answer(_ -> Reply.OK);
    await()
        .atMost(PATIENCE)
        .until(() -> {
          clock.forward(Duration.ofSeconds(50));
          dispatcher.wake();
          return outbox.counts().equals(Map.of("sent", (long) EVENTS));
        });

    List<String> sent = stub.data("eventId");
    assertThat(new HashSet<>(sent.subList(before, sent.size()))).hasSize(EVENTS);
    assertThat(refused.get()).as("attempts are few in an outage").isLessThan(8 * EVENTS);
  }
}
