package io.axptoken.client.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class JitterTest {
  @Test
  void theWaitIsAnythingUpToAnEndThatDoubles() {
    assertThat(new Jitter(() -> 0.0).before(0)).isZero();
    assertThat(new Jitter(() -> 0.5).before(0)).isEqualTo(Duration.ofMillis(100));
    assertThat(new Jitter(() -> 0.5).before(1)).isEqualTo(Duration.ofMillis(200));
  }
}
