package io.axptoken.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.PlatformStatus;
import io.axptoken.client.PlatformStatus.AccessToken;
import io.axptoken.client.PlatformStatus.Breaker;
import io.axptoken.client.PlatformStatus.Failure;
import io.axptoken.server.assembly.HealthParts;
import io.axptoken.server.identity.jwt.keys.RemoteKeys;
import io.axptoken.service.observe.health.Health;
import io.axptoken.service.observe.health.Health.Stage;
import io.axptoken.service.observe.health.HealthReport;
import io.axptoken.service.observe.health.LogHealth;
import io.axptoken.service.observe.health.PartHealth;
import io.axptoken.service.observe.health.ReloadHealth;
import io.axptoken.service.observe.log.LogLoss;
import io.axptoken.service.reload.CertificateSwap;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The operators' guide shows {@code /health} as it is. */
class HealthDocsTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("(?s)\n## Health\n.*?```json\n(.*?)```.*?\n## Logs\n");

  private Instant now = Instant.parse("2026-03-01T10:20:30.450Z");

  private HealthReport report() {
    Health health = new Health();
    health.enter(Stage.READY);
    HealthReport report = new HealthReport(health, "1.2.0", () -> now);
    ReloadHealth reloads = new ReloadHealth(() -> now);
    now = Instant.parse("2026-03-02T02:00:00Z");
    reloads.ended("tls", true);
    now = Instant.parse("2026-03-02T10:20:30.450Z");
    Instant notAfter = Instant.parse("2026-05-30T00:00:00Z");
    RemoteKeys.Status keys =
        new RemoteKeys.Status(2, Instant.parse("2026-03-02T10:15:00Z"), null, false);
    return report
        .part("listener", () -> PartHealth.listener(true, 3000))
        .part("log", () -> LogHealth.of(new LogLoss(() -> now)))
        .part("reload", reloads::part)
        .part("certificate", () -> CertificateSwap.part(notAfter, now))
        .part("integrations", "default", () -> HealthParts.integration(sick()))
        .part("identityKeys", "login.example.com", () -> HealthParts.keys(keys));
  }

  private static PlatformStatus sick() {
    Trace trace = new Trace(Call.END_USER_TOKEN, Cause.ANSWER, 503, "log-id", "a hint");
    return new PlatformStatus(
        new AccessToken(
            AccessToken.Stage.VALID,
            Instant.parse("2026-03-02T10:12:00Z"),
            Instant.parse("2026-03-02T10:26:50Z")),
        Breaker.OPEN,
        new Failure(new Unavailable(trace, null), Instant.parse("2026-03-02T10:20:30Z"), false));
  }

  @Test
  void theExampleIsWhatIsAnswered() throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(Path.of("../docs/operations.md")));

    assertThat(example.find()).isTrue();
    assertThat(new JsonObject(example.group(1))).isEqualTo(report().json());
  }
}
