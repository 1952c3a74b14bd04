package io.axptoken.push.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformEventTest {
  private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

  private static @Nullable PlatformEvent event(JsonObject json) {
    return PlatformEvent.of(json, NOW);
  }

  private static PlatformEvent sound(JsonObject json) {
    return Objects.requireNonNull(event(json));
  }

  private static JsonObject base() {
    return new JsonObject().put("sessionId", "s1").put("eventId", "e1");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T10:00:00Z, 2026-12-01T10:00:00.000Z",
    "2026-12-01T10:00:00+02:00, 2026-12-01T10:00:00.000+02:00",
    "2026-12-01T10:00:00.5Z, 2026-12-01T10:00:00.5Z",
    "2024-3-13T10:00:00Z, 2024-3-13T10:00:00Z"
  })
  void aDateGetsTheFractionThatAppsNeed(String given, String sent) {
    assertThat(sound(base().put("eventDate", given)).data().getString("eventDate")).isEqualTo(sent);
  }

  @Test
  void withoutADateItIsNow() {
    assertThat(sound(base()).data().getString("eventDate")).isEqualTo("2026-12-01T10:00:00.000Z");
  }

  @Test
  void theSameContentWithoutAnIdIsTheSameEvent() {
    JsonObject one = new JsonObject().put("sessionId", "s1").put("x", 1);

    assertThat(sound(one).eventId()).isEqualTo(sound(one.copy()).eventId());
    assertThat(sound(one).eventId()).isNotEqualTo(sound(one.copy().put("x", 2)).eventId());
  }

  @Test
  void aLongIdIsSentAsItIsAndKeptByItsHash() {
    String id = "e".repeat(500);
    PlatformEvent event = sound(base().put("eventId", id));

    assertThat(event.eventId()).hasSize(64);
    assertThat(event.data().getString("eventId")).isEqualTo(id);
  }

  @Test
  void itSaysNothingOfItself() {
    assertThat(sound(base()).toString()).doesNotContain("s1", "e1");
  }

  /** Whatever comes, data are texts of no more bytes than FCM takes. */
  @RepeatedTest(200)
  void dataAlwaysFit(RepetitionInfo turn) {
    java.util.Random random = new java.util.Random(turn.getCurrentRepetition());
    JsonObject json = base();
    for (int i = 0; i < random.nextInt(60); i++) {
      String name = "\u00e4k" + "n".repeat(random.nextInt(40)) + i;
      json.put(name, value(random));
    }
    JsonObject data = sound(json).data();
    int bytes = 0;
    for (Map.Entry<String, Object> entry : data) {
      assertThat(entry.getValue()).isInstanceOf(String.class);
      bytes += entry.getKey().getBytes(StandardCharsets.UTF_8).length;
      bytes += entry.getValue().toString().getBytes(StandardCharsets.UTF_8).length;
    }
    assertThat(bytes).isLessThanOrEqualTo(4096);
    assertThat(data.fieldNames()).contains("sessionId", "eventId", "eventDate");
  }

  private static @Nullable Object value(java.util.Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> "\ud83d\ude00".repeat(random.nextInt(300));
      case 1 -> random.nextDouble();
      case 2 -> new JsonObject().put("a", random.nextInt());
      case 3 -> random.nextBoolean();
      default -> null;
    };
  }
}
