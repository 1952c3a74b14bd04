package io.axptoken.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.client.contract.Some;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnTransportTest {
  @Test
  void aPlatformThatCannotBeMadeLeavesNoTransportBehind() throws InterruptedException {
    PlatformConfig withoutKey = Some.config().appKey(null).build();
    Set<Thread> before = Thread.getAllStackTraces().keySet();

    assertThatThrownBy(() -> TokenPlatform.axp(withoutKey).close())
        .isInstanceOf(IllegalArgumentException.class);

    Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
    left.removeAll(before);
    left.removeIf(thread -> !thread.getName().startsWith("HttpClient-"));
    for (Thread thread : left) {
      assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }
  }
}
