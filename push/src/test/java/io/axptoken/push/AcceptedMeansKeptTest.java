package io.axptoken.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axptoken.push.fixture.ConnectorProcess;
import io.axptoken.push.fixture.Postgres;
import io.axptoken.push.fixture.StubFcm;
import io.axptoken.push.fixture.StubFcm.Reply;
import io.axptoken.push.fixture.TestAccount;
import io.axptoken.push.fixture.TestConnector;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes are killed and frozen under load, and databases crash: what was answered is sent. */
class AcceptedMeansKeptTest {
  private static final int CALLERS = 8;
  private static final int KILLS = 4;

  /** How many may be on their way to FCM at once. */
  private static final int UNDER_WAY = 200;

  @TempDir private Path folder;
  private StubFcm fcm;
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();
  private final AtomicInteger ids = new AtomicInteger();

  @BeforeEach
  void start() throws Exception {
    fcm = new StubFcm();
  }

  @AfterEach
  void stop() {
    fcm.close();
  }

  private Path yaml(String database) throws Exception {
    return Files.writeString(folder.resolve("push.yaml"), TestConnector.yaml(fcm.uri()) + database);
  }

  private static String postgres() {
    return "database: { url: \"%s\", username: push }\n".formatted(Postgres.database().url());
  }

  private void prepare(ConnectorProcess connector) throws Exception {
    String account =
        new JsonObject().put("fcmServiceAccountConfig", TestAccount.json(fcm.tokenUri())).encode();
    assertThat(connector.request("PUT", "/configs/c1", account)).isEqualTo(200);
    String device = "{\"configId\":\"c1\",\"sessionId\":\"s1\"}";
    assertThat(connector.request("PUT", "/device-registrations/and:1", device)).isEqualTo(200);
  }

  /** Callers that send events to some of the connectors until they are told to end. */
  private final class Load implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean over;

    Load(List<ConnectorProcess> connectors) {
      for (int i = 0; i < CALLERS; i++) {
        ConnectorProcess connector = connectors.get(i % connectors.size());
        Future<?> caller = threads.submit(() -> call(connector));
        assertThat(caller).isNotNull();
      }
    }

    private Void call(ConnectorProcess connector) throws InterruptedException {
      while (!over) {
        String id = "e" + ids.incrementAndGet();
        if (connector.event(id, "s1") == 200) {
          accepted.add(id);
        }
      }
      return null;
    }

    void until(int more) {
      int goal = accepted.size() + more;
      await().atMost(Duration.ofSeconds(60)).until(() -> accepted.size() >= goal);
    }

    @Override
    public void close() {
      over = true;
      threads.shutdown();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> threads.awaitTermination(1, TimeUnit.SECONDS));
    }
  }

  private int awaitAllSent() {
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(missing()).as("accepted, but not sent").isEmpty());
    List<String> sent = fcm.data("eventId");
    return sent.size() - new HashSet<>(sent).size();
  }

  private Set<String> missing() {
    Set<String> missing = new HashSet<>(accepted);
    fcm.data("eventId").forEach(missing::remove);
    return missing;
  }

  private void killedUnderLoad(Path yaml) throws Exception {
    for (int i = 0; i < KILLS; i++) {
      try (ConnectorProcess connector = ConnectorProcess.start(ShortLease.class, yaml)) {
        if (i == 0) {
          prepare(connector);
        }
        try (Load load = new Load(List.of(connector))) {
          load.until(ThreadLocalRandom.current().nextInt(20, 200));
          connector.kill();
        }
      }
    }
    try (ConnectorProcess last = ConnectorProcess.start(ShortLease.class, yaml)) {
      assertThat(last.port()).isPositive();
      assertThat(awaitAllSent()).as("sent twice").isLessThanOrEqualTo(KILLS * UNDER_WAY);
    }
  }

  @Test
  void aProcessThatIsKilledLosesNothingOfTheEmbeddedDatabase() throws Exception {
    killedUnderLoad(yaml("dataDirectory: " + folder.resolve("data") + "\n"));
  }

  @Test
  void aProcessThatIsKilledLosesNothingOfPostgres() throws Exception {
    killedUnderLoad(yaml(postgres()));
  }

  @Test
  void anInstanceThatIsKilledAndOneThatIsFrozenAreTakenOver() throws Exception {
    Path yaml = yaml(postgres());
    try (ConnectorProcess one = ConnectorProcess.start(ShortLease.class, yaml);
        ConnectorProcess two = ConnectorProcess.start(ShortLease.class, yaml);
        ConnectorProcess three = ConnectorProcess.start(ShortLease.class, yaml)) {
      prepare(one);
      try (Load load = new Load(List.of(one, two, three))) {
        load.until(100);
        two.signal("STOP");
        three.kill();
        load.until(100);
      }
      int twice = awaitAllSent();
      two.signal("CONT");
      int afterwards = fcm.messages().size();
      assertThat(two.event("last", "s1")).as("it goes on").isEqualTo(200);
      accepted.add("last");
      assertThat(awaitAllSent()).isLessThanOrEqualTo(twice + UNDER_WAY);
      assertThat(fcm.messages().size()).isGreaterThan(afterwards);
    }
  }

  @Test
  void aDatabaseThatCrashesUnderLoadLosesNothing() throws Exception {
    try (ConnectorProcess connector = ConnectorProcess.start(ShortLease.class, yaml(postgres()))) {
      prepare(connector);
      try (Load load = new Load(List.of(connector))) {
        load.until(100);
        Postgres.crashAndRestart();
        load.until(100);
      }
      assertThat(awaitAllSent()).isLessThanOrEqualTo(UNDER_WAY);
    }
  }

  @Test
  void severalInstancesSendEachEventOnce() throws Exception {
    Path yaml = yaml(postgres());
    try (ConnectorProcess one = ConnectorProcess.start(Main.class, yaml);
        ConnectorProcess two = ConnectorProcess.start(Main.class, yaml)) {
      prepare(one);
      try (Load load = new Load(List.of(one, two))) {
        load.until(400);
      }
      assertThat(awaitAllSent()).as("sent twice").isZero();
    }
  }

  @Test
  void whatFcmDoesNotTakeForNowIsSentWhenItDoes() throws Exception {
    try (ConnectorProcess connector =
        ConnectorProcess.start(
            ShortLease.class, yaml("dataDirectory: " + folder.resolve("data") + "\n"))) {
      prepare(connector);
      Set<String> tried = ConcurrentHashMap.newKeySet();
      fcm.answer(message ->
          tried.add(message.getJsonObject("data").getString("eventId"))
              ? Reply.error(503, "UNAVAILABLE")
              : Reply.OK);
      try (Load load = new Load(List.of(connector))) {
        load.until(50);
      }
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> fcm.messages().size() >= 2 * accepted.size());
      assertThat(missing()).isEmpty();
    }
  }
}
