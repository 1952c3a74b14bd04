package io.axptoken.client.transport;

import io.axptoken.client.contract.ResilienceContract;
import java.time.Duration;

class JdkResilienceTest extends ResilienceContract {
  @Override
  protected Transport newTransport() {
    return new JdkTransport(Duration.ofSeconds(20));
  }
}
