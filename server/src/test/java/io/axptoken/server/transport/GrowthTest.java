package io.axptoken.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a pool of connections decides to grow. */
class GrowthTest {
  private static final long MILLI = Duration.ofMillis(1).toNanos();

  private final Growth growth = new Growth();

  @Test
  void theFirstIsMadeAtOnceAndASecondOnlyWhenItCannotBeReliedOn() {
    growth.waitingBegan(0);
    assertThat(growth.pays(1, 0, 0, 0, 0)).isTrue();
    assertThat(growth.pays(50, 0, 1, 1, 100 * MILLI)).isFalse();
    assertThat(growth.pays(50, 0, 0, 1, 1100 * MILLI)).isTrue();
  }

  @Test
  void aBurstThatOneConnectionSoonWorksOffOpensNoOther() {
    growth.made(1000 * MILLI);
    growth.waitingBegan(0);
    for (int i = 0; i < 20; i++) {
      growth.carried(5 * MILLI);
    }
    assertThat(growth.pays(50, 2, 0, 0, 2 * MILLI)).isFalse();
  }

  @Test
  void callsThatTakeLongerThanAHandshakeGetConnectionsOfTheirOwn() {
    growth.made(50 * MILLI);
    growth.waitingBegan(0);
    growth.carried(4000 * MILLI);
    assertThat(growth.pays(1, 2, 0, 0, MILLI)).isTrue();
    assertThat(growth.pays(1, 2, 1, 1, MILLI)).isTrue();
  }

  @Test
  void connectionsThatHangAreNotWaitedFor() {
    growth.made(50 * MILLI);
    growth.carried(MILLI);
    growth.waitingBegan(0);
    assertThat(growth.pays(1, 2, 0, 0, 10 * MILLI)).isFalse();
    assertThat(growth.pays(1, 2, 0, 0, 60 * MILLI)).isTrue();
    growth.served(60 * MILLI);
    assertThat(growth.pays(1, 2, 0, 0, 61 * MILLI)).isFalse();
  }

  @Test
  void aLargePoolMayGrowFasterThanASmallOne() {
    assertThat(Growth.atOnce(0)).isEqualTo(2);
    assertThat(Growth.atOnce(100)).isEqualTo(27);
  }
}
