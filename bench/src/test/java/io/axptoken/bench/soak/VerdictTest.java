package io.axptoken.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.bench.soak.VitalSigns.Sample;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final long SECOND = 1_000_000_000;
  private static final List<Sample> FLAT = samples(0);

  private Tally tally;

  @BeforeEach
  void oneGoodAnswer() {
    tally = new Tally();
    tally.answered(200, true, 0, SECOND);
  }

  @Test
  void whatGoesWellIsNotComplainedOf() {
    tally.answered(503, false, 0, 1);
    assertThat(Verdict.on(tally, List.of(), FLAT)).isEmpty();
  }

  @Test
  void aWrongTokenIsToldOf() {
    tally.answered(200, false, 0, 1);
    assertThat(Verdict.on(tally, List.of(), FLAT)).containsExactly("1 wrong tokens");
  }

  @Test
  void aRequestWithoutAnAnswerIsToldOf() {
    tally.unanswered();
    assertThat(Verdict.on(tally, List.of(), FLAT)).containsExactly("1 requests without an answer");
  }

  @Test
  void anAnswerThatCameTooLateIsToldOf() {
    tally.answered(504, false, 0, 9 * SECOND);
    assertThat(Verdict.on(tally, List.of(), FLAT))
        .singleElement()
        .asString()
        .startsWith("an answer after 9.0");
  }

  @Test
  void aStatusThatNobodyDocumentedIsToldOf() {
    tally.answered(500, false, 0, 1);
    assertThat(Verdict.on(tally, List.of(), FLAT)).containsExactly("answers with status 500");
  }

  @Test
  void growthIsToldOf() {
    assertThat(Verdict.on(tally, List.of(), samples(2)))
        .hasSize(4)
        .allSatisfy(complaint -> assertThat(complaint).contains("grew"));
  }

  @Test
  void aLateRecoveryIsToldOfWhereThereWasTimeForIt() {
    Outage cutShort = new Outage("hang", "end-user-token", 0, 10 * SECOND);
    Outage outage = new Outage("reset", "all", 10 * SECOND + 1, 20 * SECOND);
    tally.answered(200, true, 21 * SECOND, 22 * SECOND);

    assertThat(Verdict.on(tally, List.of(cutShort, outage), FLAT))
        .containsExactly("no token for 2.00 s after reset at all");
    assertThat(Verdict.recovery(outage, tally.successes())).isEqualTo(Duration.ofSeconds(2));
  }

  private static List<Sample> samples(int growth) {
    return IntStream.range(0, 50)
        .mapToObj(i -> {
          long size = 1000L * (100 + i * growth);
          return new Sample(size << 20, size << 20, (int) size, (int) size);
        })
        .toList();
  }
}
