package io.axptoken.service.observe.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.observe.health.Health.Stage;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthReportTest {
  private static final Instant START = Instant.parse("2026-03-01T10:20:30Z");

  private final Health health = new Health();
  private Instant now = START;
  private HealthReport report;

  @BeforeEach
  void begin() {
    report = new HealthReport(health, "1.2.0", () -> now);
  }

  private static PartHealth part(boolean well) {
    return new PartHealth(well, Map.of("n", 1));
  }

  @ParameterizedTest
  @CsvSource({
    "STARTING,true,DOWN",
    "READY,true,UP",
    "READY,false,DEGRADED",
    "DRAINING,true,DOWN",
    "DRAINING,false,DOWN"
  })
  void onePartOutOfOrderMakesAReadyServerDegraded(Stage stage, boolean well, String status) {
    health.enter(stage);
    report.part("one", () -> part(true)).part("group", "two", () -> part(well));

    JsonObject json = report.json();
    assertThat(json.getString("status")).isEqualTo(status);
    assertThat(report.isReady()).isEqualTo(stage == Stage.READY);
    assertThat(json.getJsonObject("parts").getJsonObject("group").getJsonObject("two"))
        .isEqualTo(new JsonObject().put("status", well ? "UP" : "DEGRADED").put("n", 1));
  }

  @Test
  void partsOfOneNameAreToldApart() {
    report.part("keys", "idp", () -> part(true)).part("keys", "idp", () -> part(false));

    JsonObject keys = report.json().getJsonObject("parts").getJsonObject("keys");
    assertThat(keys.fieldNames()).containsExactly("idp", "idp (2)");
  }

  @Test
  void itTellsSinceWhenItRuns() {
    now = START.plus(Duration.ofHours(1));

    assertThat(report.json().getString("startedAt")).isEqualTo("2026-03-01T10:20:30.000Z");
    assertThat(report.json().getLong("uptimeSeconds")).isEqualTo(3600);
  }

  @Test
  void aFailedReloadIsTroubleUntilOneSucceeds() {
    ReloadHealth reloads = new ReloadHealth(() -> now);
    reloads.ended("tls", true);
    reloads.ended("secret", true);
    assertThat(reloads.part().well()).isTrue();

    now = now.plusSeconds(1);
    reloads.ended("tls", false);
    assertThat(reloads.part().well()).isFalse();
    assertThat(reloads.part().facts().get("tls"))
        .isEqualTo(
            Map.of(
                "status", "DEGRADED",
                "succeededAt", "2026-03-01T10:20:30.000Z",
                "failedAt", "2026-03-01T10:20:31.000Z"));

    reloads.ended("tls", true);
    assertThat(reloads.part().well()).isTrue();
  }
}
