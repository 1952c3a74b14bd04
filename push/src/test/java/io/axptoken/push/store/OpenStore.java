package io.axptoken.push.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.push.fixture.ManualClock;
import io.axptoken.push.settings.DatabaseSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A database with one configuration in it, and what tests do with it. */
abstract class OpenStore {
  static final Duration LEASE = Duration.ofSeconds(60);
  static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path folder;
  final ManualClock clock = new ManualClock();
  private DatabaseSettings settings = DatabaseSettings.EMBEDDED;
  Database database;
  Configs configs;
  Devices devices;
  Outbox outbox;

  abstract DatabaseSettings settings();

  @BeforeEach
  void open() {
    settings = settings();
    reopen();
    configs.put(config("one"));
  }

  final void reopen() {
    database = Database.open(settings, folder.resolve("data"));
    configs = new Configs(database, clock);
    devices = new Devices(database, clock);
    outbox = new Outbox(database, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  static Config config(String id) {
    return new Config(id, "project", "mail@example.com", "print", "k1", "sealed");
  }

  void register(String token, String session) {
    Device device = new Device(token, "one", session, "ios", "{\"deviceToken\":\"" + token + "\"}");
    assertThat(devices.register(device)).isTrue();
  }

  int accept(String event, String session) {
    return outbox.accept(List.of(new Arrival(event, session, "{}")), DAY);
  }

  List<Parcel> claim() {
    return outbox.claim(100, LEASE);
  }

  void settle(Parcel parcel, Settled.State state) {
    outbox.settle(List.of(new Settled(parcel, state, clock.instant(), true, "", null, null)));
  }
}
