package io.axptoken.service.observe.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** What a program adds to what every server counts, as it is shown. */
class MetricsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");

  private final Metrics metrics = new Metrics(InstantSource.fixed(NOW));

  private String page() {
    try (Exposition exposition = new Exposition(metrics, "1.2.0")) {
      return new String(exposition.page("text/plain").body(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aCounterIsShownWithItsLabels() {
    metrics.counter("doors_opened", "Doors.", "door", "outcome").of("front", "success").increment();

    assertThat(page())
        .contains(
            """
            # HELP doors_opened_total Doors.
            # TYPE doors_opened_total counter
            doors_opened_total{door="front",outcome="success"} 1.0
            """);
  }

  @Test
  void aTimeFallsIntoItsBucket() {
    Histogram times = metrics.histogram("door_seconds", "Time.", "door").of("front");
    times.record(Duration.ofMillis(5).toNanos());
    times.record(Duration.ofMillis(6).toNanos());
    times.record(Duration.ofSeconds(11).toNanos());

    assertThat(page())
        .contains("door_seconds_bucket{door=\"front\",le=\"0.005\"} 1\n")
        .contains("door_seconds_bucket{door=\"front\",le=\"0.01\"} 2\n")
        .contains("door_seconds_bucket{door=\"front\",le=\"10.0\"} 2\n")
        .contains("door_seconds_bucket{door=\"front\",le=\"+Inf\"} 3\n")
        .contains("door_seconds_count{door=\"front\"} 3\n")
        .contains("door_seconds_sum{door=\"front\"} 11.011");
  }

  @Test
  void aGaugeIsAskedAtEachLook() {
    LongAdder people = new LongAdder();
    metrics.gauge("people_inside", "People.").put(people::sum);
    assertThat(page()).contains("\npeople_inside 0.0\n");

    people.add(3);
    assertThat(page()).contains("\npeople_inside 3.0\n");
  }

  @Test
  void whatIsNoNumberIsNotShown() {
    metrics.gauge("door_age_seconds", "Age.").put(() -> metrics.secondsUntil(null));

    assertThat(page()).doesNotContain("\ndoor_age_seconds ");
  }

  @Test
  void whatIsExpectedStandsAtZeroOnceSomebodyLooks() {
    Family<LongAdder> opened = metrics.counter("doors_opened", "Doors.", "door");
    metrics.expect(() -> opened.of("front"));
    opened.of("back").increment();

    assertThat(page())
        .contains("doors_opened_total{door=\"back\"} 1.0\n")
        .contains("doors_opened_total{door=\"front\"} 0.0\n");
  }

  @Test
  void everyServerShowsHowItStands() {
    LongAdder lost = new LongAdder();
    lost.add(7);
    metrics.logLinesLost(Map.of("access", lost));
    metrics.serverCertificate(NOW.plusSeconds(90));
    metrics.readiness(() -> true);

    assertThat(page())
        .contains("\naxp_build_info{version=\"1.2.0\"} 1\n")
        .contains("\naxp_log_lines_lost_total{log=\"access\"} 7.0\n")
        .contains("\naxp_certificate_expires_in_seconds{which=\"server\"} 90.0\n")
        .contains("\naxp_ready 1.0\n")
        .contains("\nhttp_server_in_flight 0.0\n")
        .contains("\njvm_threads_live_threads ");
  }

  @Test
  void oneNameIsOneFamily() {
    metrics.counter("doors", "Doors.");

    assertThatThrownBy(() -> metrics.gauge("doors", "Doors, again."))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there is a metric doors already");
  }
}
