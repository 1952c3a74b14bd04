package io.axptoken.sandbox;

import static io.axptoken.sandbox.Endpoint.ACCESS_TOKEN;
import static io.axptoken.sandbox.Endpoint.END_USER_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final Fault ONE = Fault.status(500);
  private static final Fault TWO = Fault.status(502);

  private final Faults faults = new Faults(new Random(1));

  @Test
  void withoutAPlanNothingGoesWrong() {
    assertThat(faults.next(ACCESS_TOKEN)).isNull();
    assertThat(faults.plans()).isEmpty();
  }

  @Test
  void aFaultForTheNextCallHappensOnceAndOnlyThere() {
    faults.on(END_USER_TOKEN).next(ONE);

    assertThat(faults.next(ACCESS_TOKEN)).isNull();
    assertThat(faults.next(END_USER_TOKEN)).isEqualTo(ONE);
    assertThat(faults.next(END_USER_TOKEN)).isNull();
  }

  @Test
  void countedFaultsComeInTheOrderOfPlanning() {
    faults.on(ACCESS_TOKEN).times(2, ONE);
    faults.on(ACCESS_TOKEN).next(TWO);

    assertThat(nexts(4)).containsExactly(ONE, ONE, TWO, null);
  }

  @Test
  void aFaultOnAllCountsTheCallsOfBothEndpointsTogether() {
    faults.onAll().times(2, ONE);

    assertThat(faults.next(ACCESS_TOKEN)).isEqualTo(ONE);
    assertThat(faults.next(END_USER_TOKEN)).isEqualTo(ONE);
    assertThat(faults.next(ACCESS_TOKEN)).isNull();
  }

  @Test
  void countedFaultsComeBeforeStandingOnes() {
    faults.on(ACCESS_TOKEN).always(ONE);
    faults.on(ACCESS_TOKEN).next(TWO);

    assertThat(nexts(3)).containsExactly(TWO, ONE, ONE);
  }

  @Test
  void theNewestFaultForEveryCallHolds() {
    faults.onAll().always(ONE);
    faults.on(ACCESS_TOKEN).always(TWO);
    assertThat(faults.next(ACCESS_TOKEN)).isEqualTo(TWO);
    assertThat(faults.next(END_USER_TOKEN)).isEqualTo(ONE);

    faults.on(ACCESS_TOKEN).always(ONE);
    assertThat(faults.next(ACCESS_TOKEN)).isEqualTo(ONE);
    assertThat(faults.plans()).hasSize(2);
  }

  @Test
  void aShareOfCallsIsHitAndTheSameSeedHitsTheSameOnes() {
    faults.on(ACCESS_TOKEN).percent(30, ONE);
    List<@Nullable Fault> first = nexts(1000);

    Faults again = new Faults(new Random(1));
    again.on(ACCESS_TOKEN).percent(30, ONE);

    assertThat(first.stream().filter(ONE::equals).count()).isBetween(250L, 350L);
    assertThat(nexts(again, 1000)).isEqualTo(first);
  }

  @Test
  void noneAndAllAreSharesToo() {
    faults.on(ACCESS_TOKEN).percent(100, ONE);
    faults.on(END_USER_TOKEN).percent(0, ONE);

    assertThat(nexts(50)).containsOnly(ONE);
    assertThat(faults.next(END_USER_TOKEN)).isNull();
  }

  @Test
  void onePlanCanBeDroppedWithoutTheOthers() {
    faults.on(ACCESS_TOKEN).always(ONE);
    faults.on(END_USER_TOKEN).next(TWO);

    faults.on(ACCESS_TOKEN).clear();

    assertThat(faults.next(ACCESS_TOKEN)).isNull();
    assertThat(faults.next(END_USER_TOKEN)).isEqualTo(TWO);
  }

  @Test
  void allPlansCanBeDropped() {
    faults.on(ACCESS_TOKEN).always(ONE);
    faults.onAll().times(5, TWO);
    faults.onAll().clear();
    assertThat(faults.plans()).isEmpty();

    faults.on(ACCESS_TOKEN).percent(100, ONE);
    faults.clear();
    assertThat(faults.next(ACCESS_TOKEN)).isNull();
  }

  @Test
  void nonsenseIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> faults.onAll().times(0, ONE));
    assertThatIllegalArgumentException().isThrownBy(() -> faults.onAll().percent(100.1, ONE));
    assertThatIllegalArgumentException().isThrownBy(() -> faults.onAll().percent(Double.NaN, ONE));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(100));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(600));
    assertThatIllegalArgumentException().isThrownBy(() -> Fault.delay(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fault.status(503).retryAfter(Duration.ofSeconds(-1)));
  }

  private List<@Nullable Fault> nexts(int count) {
    return nexts(faults, count);
  }

  private static List<@Nullable Fault> nexts(Faults faults, int count) {
    List<@Nullable Fault> nexts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nexts.add(faults.next(ACCESS_TOKEN));
    }
    return nexts;
  }
}
