package io.axptoken.push.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.push.fcm.Reply;
import io.axptoken.push.settings.FcmSettings;
import io.axptoken.push.store.Parcel;
import io.axptoken.push.store.Settled;
import io.axptoken.push.store.Settled.State;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
  private static final FcmSettings SETTINGS =
      new FcmSettings(
          URI.create("https://fcm.googleapis.com"),
          Duration.ofSeconds(10),
          8,
          Duration.ofDays(1),
          new FcmSettings.Fallback("", ""));

  private final Retries retries = new Retries(() -> 0);

  private static Parcel parcel(int attempts) {
    return new Parcel(
        "1", "c", "t", "ios", "{}", attempts, "l", NOW, NOW.plus(Duration.ofDays(1)), NOW);
  }

  private Settled settle(int attempts, Reply reply) {
    return retries.settle(parcel(attempts), reply, SETTINGS, NOW);
  }

  private Duration wait(int attempts) {
    return Duration.between(NOW, settle(attempts, new Reply.Later("X", null)).due());
  }

  @Test
  void waitsTripleUpToAnHour() {
    assertThat(wait(1)).isEqualTo(Duration.ofSeconds(10));
    assertThat(wait(2)).isEqualTo(Duration.ofSeconds(30));
    assertThat(wait(6)).isEqualTo(Duration.ofSeconds(2430));
    assertThat(wait(7)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void anOutageOfAnHourUsesUpNoMessage() {
    Duration sum = Duration.ZERO;
    for (int attempt = 1; attempt < SETTINGS.maxAttempts(); attempt++) {
      sum = sum.plus(wait(attempt));
    }
    assertThat(sum).isGreaterThan(Duration.ofHours(1));
  }

  @Test
  void whatWasNeverSentToFcmCostsNoAttempt() {
    Settled settled = settle(8, new Reply.NotAsked("LEASE_OVER", Duration.ZERO));
    assertThat(settled.state()).isEqualTo(State.PENDING);
    assertThat(settled.counts()).isFalse();
    assertThat(settled.due()).isEqualTo(NOW);
  }

  @Test
  void whatFcmAsksForIsTheLeast() {
    Reply asked = new Reply.Later("X", Duration.ofMinutes(5));

    assertThat(settle(1, asked).due()).isEqualTo(NOW.plusSeconds(300));
    assertThat(settle(6, asked).due()).isEqualTo(NOW.plusSeconds(2430));
  }

  @Test
  void theLastAttemptFails() {
    assertThat(settle(8, new Reply.Later("X", null)).state()).isEqualTo(State.FAILED);
  }

  @Test
  void whatWouldComeTooLateIsNotTried() {
    Parcel late = new Parcel("1", "c", "t", "ios", "{}", 1, "l", NOW, NOW.plusSeconds(9), NOW);

    assertThat(retries.settle(late, new Reply.Later("X", null), SETTINGS, NOW).state())
        .isEqualTo(State.EXPIRED);
  }

  @Test
  void aRefusedConfigurationIsTriedAgainWithinHalfAMinute() {
    Settled refused = settle(3, new Reply.Refused("PERMISSION_DENIED"));

    assertThat(refused.pause()).isEqualTo(NOW.plusSeconds(30));
    assertThat(refused.counts()).isFalse();
    assertThat(refused.state()).isEqualTo(State.PENDING);
  }

  @Test
  void aDeviceThatIsGoneIsMarked() {
    assertThat(settle(1, new Reply.Gone("UNREGISTERED")).deadDevice()).isEqualTo("UNREGISTERED");
    assertThat(settle(1, new Reply.BadMessage("X")).deadDevice()).isNull();
  }
}
