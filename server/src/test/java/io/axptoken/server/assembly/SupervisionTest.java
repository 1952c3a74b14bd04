package io.axptoken.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.ConfiguredServer;
import io.axptoken.server.fixture.LiveFile;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.ServerProcess;
import io.axptoken.server.fixture.ServiceManagerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as systemd and people at a terminal meet it. */
@EnabledOnOs(OS.LINUX)
@Tag("slow")
class SupervisionTest {
  private static final String USER = "{\"userId\":\"u1\"}";
  private static final String GRACE = "--set=server.shutdownGrace=300s";

  private static AxpSandbox sandbox;

  @BeforeAll
  static void startPlatform() {
    sandbox = AxpSandbox.start();
    ConfiguredServer.awaitKeyOf(sandbox);
  }

  @BeforeEach
  void calmPlatform() {
    sandbox.reset();
  }

  @AfterAll
  static void stopPlatform() {
    sandbox.close();
  }

  @Test
  void aSecondSignalEndsTheGraceAndTheStopIsOrderly() throws Exception {
    try (ServerProcess server = ServerProcess.start(sandbox, Map.of(), GRACE)) {
      server.signal("TERM");
      server.awaitLine(line -> line.contains("Stopping: "));
      try (RawClient late = new RawClient(server.port())) {
        assertThat(late.send(RawClient.tokenRequest("", USER)).answer())
            .startsWith("HTTP/1.1 200 ");
      }

      server.signal("TERM");

      assertThat(server.status()).isZero();
      server.awaitLine(line -> line.endsWith(": Stopped."));
    }
  }

  @Test
  void aThirdSignalCutsOffWhatIsUnderWayAndTheStatusTells() throws Exception {
    try (ServerProcess server =
            ServerProcess.start(sandbox, Map.of(), GRACE, "--set=server.shutdownTimeout=300s");
        RawClient busy = new RawClient(server.port())) {
      sandbox.faults().on(Endpoint.END_USER_TOKEN).always(Fault.delay(Duration.ofMinutes(1)));
      busy.send(RawClient.tokenRequest("", USER));
      sandbox.journal().awaitCalls(Endpoint.END_USER_TOKEN, 1, Duration.ofSeconds(20));

      server.signal("INT");
      server.awaitLine(line -> line.contains("Stopping: "));
      server.signal("TERM");
      server.awaitLine(line -> line.contains("hurrying"));
      server.signal("INT");

      assertThat(server.status()).isEqualTo(1);
      server.awaitLine(line -> line.contains("cut off"));
    }
  }

  @Test
  void theServiceManagerHearsOfStartLifeAndStop(@TempDir Path folder) throws Exception {
    try (ServiceManagerSocket manager = ServiceManagerSocket.in(folder)) {
      Map<String, String> environment = new HashMap<>(manager.environment());
      environment.put("WATCHDOG_USEC", "600000");
      try (ServerProcess server = ServerProcess.start(sandbox, environment)) {
        assertThat(manager.await(message -> message.contains("READY=1")))
            .isEqualTo("READY=1 STATUS=Serving on port " + server.port() + ".");
        manager.await("WATCHDOG=1"::equals);
        manager.await("WATCHDOG=1"::equals);

        server.signal("TERM");

        assertThat(manager.await(message -> message.contains("STOPPING=1")))
            .contains("EXTEND_TIMEOUT_USEC=15000000");
        assertThat(server.status()).isZero();
      }
    }
  }

  @Test
  void anAbstractSocketWillDoAndAWatchdogForAnotherProcessIsNoneOfOurs() throws Exception {
    try (ServiceManagerSocket manager = ServiceManagerSocket.at("@axp-" + UUID.randomUUID())) {
      Map<String, String> environment = new HashMap<>(manager.environment());
      environment.putAll(Map.of("WATCHDOG_USEC", "30000", "WATCHDOG_PID", "1"));
      try (ServerProcess server = ServerProcess.start(sandbox, environment)) {
        manager.await(message -> message.contains("READY=1"));
        server.signal("TERM");
        assertThat(server.status()).isZero();
        assertThat(manager.await(message -> !message.isEmpty())).contains("STOPPING=1");
      }
    }
  }

  @Test
  void aSignalReloadsAndTheServiceManagerHearsOfIt(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("secret"), sandbox.account().clientSecret());
    Path yaml =
        LiveFile.of(sandbox)
            .axp("clientSecret", "${file:secret}")
            .server("reloadInterval: 1s")
            .write(folder);
    try (ServiceManagerSocket manager = ServiceManagerSocket.in(folder);
        ServerProcess server = ServerProcess.configured(yaml, manager.environment())) {
      manager.await(message -> message.contains("READY=1"));
      LiveFile.of(sandbox)
          .axp("clientSecret", "${file:secret}")
          .axp("configId", "another")
          .server("reloadInterval: 1s")
          .write(folder);

      server.signal("HUP");

      assertThat(manager.await(message -> message.contains("RELOADING=1")))
          .containsPattern("MONOTONIC_USEC=[0-9]+$");
      manager.await(message -> message.contains("READY=1"));
      server.awaitLine(line -> line.contains("Reloaded: configuration;"));
      Files.writeString(folder.resolve("secret"), "");
      server.awaitLine(line -> line.contains("Not reloaded, what was in force stays so"));
      try (RawClient client = new RawClient(server.port())) {
        assertThat(client.send(RawClient.tokenRequest("", USER)).answer())
            .startsWith("HTTP/1.1 200 ")
            .contains("\"configId\":\"another\"");
      }
      server.signal("TERM");
      assertThat(server.status()).isZero();
    }
  }

  @Test
  void theServiceManagerShowsThatAReloadFailedUntilOneGoesWell(@TempDir Path folder)
      throws Exception {
    Path yaml = LiveFile.of(sandbox).write(folder);
    try (ServiceManagerSocket manager = ServiceManagerSocket.in(folder);
        ServerProcess server = ServerProcess.configured(yaml, manager.environment())) {
      manager.await(message -> message.contains("READY=1"));
      LiveFile.of(sandbox).axp("hostName", "ftp://nowhere").write(folder);

      server.signal("HUP");

      manager.await(message -> message.contains("RELOADING=1"));
      String serving = "READY=1 STATUS=Serving on port " + server.port() + ".";
      assertThat(manager.await(message -> message.startsWith("READY=1")))
          .startsWith(serving + " Not reloaded: axp.hostName ")
          .hasSizeLessThan(300);

      LiveFile.of(sandbox).write(folder);
      server.signal("HUP");

      manager.await(message -> message.contains("RELOADING=1"));
      assertThat(manager.await(message -> message.startsWith("READY=1"))).isEqualTo(serving);
    }
  }

  @Test
  void aReloadThatHasTokensAskedForOtherwiseSaysHowToSeeThatItIsRight(@TempDir Path folder)
      throws Exception {
    Path yaml = LiveFile.of(sandbox).write(folder);
    try (ServerProcess server = ServerProcess.configured(yaml, Map.of())) {
      LiveFile.of(sandbox).axp("integrationId", UUID.randomUUID().toString()).write(folder);

      server.signal("HUP");

      assertThat(server.awaitLine(line -> line.contains("token-server check")))
          .contains(" default ", "(axp.integrationId)");
    }
  }

  @Test
  void theServiceManagerShowsThatAFileTurnedBadThoughNobodyAsked(@TempDir Path folder)
      throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), sandbox.account().clientSecret());
    Path yaml =
        LiveFile.of(sandbox)
            .axp("clientSecret", "${file:secret}")
            .server("reloadInterval: 1s")
            .write(folder);
    try (ServiceManagerSocket manager = ServiceManagerSocket.in(folder);
        ServerProcess server = ServerProcess.configured(yaml, manager.environment())) {
      manager.await(message -> message.contains("READY=1"));

      Files.writeString(secret, "");

      String serving = "STATUS=Serving on port " + server.port() + ".";
      assertThat(manager.await(message -> message.startsWith("STATUS=")))
          .startsWith(serving + " Not reloaded: ")
          .contains("is empty");
      Files.writeString(secret, sandbox.account().clientSecret());
      assertThat(manager.await(message -> message.startsWith("STATUS="))).isEqualTo(serving);
    }
  }

  @Test
  void aSignalToReloadThatComesBeforeItListensIsObeyedOnceItDoes(@TempDir Path folder)
      throws Exception {
    Path yaml = LiveFile.of(sandbox).write(folder);
    try (ServerProcess server = ServerProcess.held(yaml)) {
      server.signal("HUP");
      server.release();

      server.port();
      server.awaitLine(line -> line.contains("Told to reload."));
      server.awaitLine(line -> line.contains("Reloaded: nothing has changed."));
      server.signal("TERM");
      assertThat(server.status()).isZero();
    }
  }

  @Test
  void aServiceManagerThatIsGoneKeepsNoServerFromServing(@TempDir Path folder) throws Exception {
    Map<String, String> nobody = Map.of("NOTIFY_SOCKET", folder.resolve("gone").toString());
    try (ServerProcess server = ServerProcess.start(sandbox, nobody)) {
      server.awaitLine(line -> line.contains("The service manager cannot be told"));
      assertTimeoutPreemptively(
          Duration.ofSeconds(30),
          () -> {
            try (RawClient client = new RawClient(server.port())) {
              assertThat(client.send(RawClient.tokenRequest("", USER)).answer())
                  .startsWith("HTTP/1.1 200 ");
            }
          });
      server.signal("TERM");
      assertThat(server.status()).isZero();
    }
  }
}
