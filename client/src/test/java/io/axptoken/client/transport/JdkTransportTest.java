package io.axptoken.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.contract.TransportContract;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JdkTransportTest extends TransportContract {
  @Override
  protected Transport newTransport() {
    return new JdkTransport(Duration.ofSeconds(2));
  }

  @Test
  void closingEndsTheTransportsOwnThread() throws InterruptedException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Transport another = newTransport();
    Set<Thread> own = new HashSet<>(Thread.getAllStackTraces().keySet());
    own.removeAll(before);
    own.removeIf(thread -> !thread.getName().startsWith("HttpClient-"));
    assertThat(own).hasSize(1);

    another.close();

    assertThat(own.iterator().next().join(Duration.ofSeconds(10))).isTrue();
  }
}
