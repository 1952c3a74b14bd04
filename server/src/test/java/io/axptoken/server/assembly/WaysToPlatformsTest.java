package io.axptoken.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.server.fixture.IntegrationsFile;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.Settings;
import io.axptoken.server.transport.VertxTransport;
import io.axptoken.testing.CapturedLogs;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.RefusedPort;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each integration has its own way to its platform, and room on it. */
class WaysToPlatformsTest {
  private static final URI PLATFORM = URI.create("https://platform.invalid");
  private static final SandboxAccount ACCOUNT = SandboxAccount.DEFAULT;

  @Test
  void aProxyIsTheWayOfThoseThatNameIt(CapturedLogs logs) throws Exception {
    try (RefusedPort nobody = RawServer.refusing();
        TestServer server =
            TestServer.start(withProxy(URI.create("http://localhost:" + nobody.port())))) {
      assertThat(logs.awaitMessage(line -> line.contains("hint=proxy unreachable"))).isTrue();
      assertThat(logs.awaitMessage(line -> line.contains("hint=connect failed"))).isTrue();
      assertThat(logs.text())
          .contains("integrations.tunnelled.httpProxy")
          .doesNotContain("s3cr3t-proxy");
      assertThat(server.probe("/health/ready").statusCode()).isEqualTo(200);
    }
  }

  private static Settings withProxy(URI nowhere) {
    return IntegrationsFile.of(nowhere, ACCOUNT)
        .and(
            "tunnelled",
            PLATFORM,
            ACCOUNT,
            "httpProxy: " + nowhere,
            "httpProxyUser: server",
            "httpProxyPassword: s3cr3t-proxy")
        .settings();
  }

  @Test
  void aloneAnIntegrationHasTheUsualConnections() {
    assertThat(PoolSize.of(List.of(integration("", 1024))))
        .isEqualTo(VertxTransport.USUAL_CONNECTIONS);
  }

  @Test
  void whenAllOthersHangThereAreStillTheUsualConnections() {
    assertThat(
            PoolSize.of(
                List.of(integration("a", 1024), integration("b", 50), integration("c", 1024))))
        .isEqualTo(VertxTransport.USUAL_CONNECTIONS + 2 * 1024);
  }

  @Test
  void theRoomEndsSomewhere() {
    List<IntegrationSettings> many = List.of(integration("a", 10_000), integration("b", 10_000));

    assertThat(PoolSize.of(many)).isLessThan(16_385).isGreaterThan(10_000);
  }

  private static IntegrationSettings integration(String name, int maxConcurrent) {
    return IntegrationsFile.withoutDefault()
        .and(
            name.isEmpty() ? "only" : name,
            PLATFORM,
            ACCOUNT,
            "resilience: { maxConcurrent: " + maxConcurrent + " }")
        .settings()
        .integrations()
        .getFirst();
  }
}
