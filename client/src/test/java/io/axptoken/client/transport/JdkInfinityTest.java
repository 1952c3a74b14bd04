package io.axptoken.client.transport;

import io.axptoken.client.contract.InfinityContract;
import java.time.Duration;

class JdkInfinityTest extends InfinityContract {
  @Override
  protected Transport newTransport() {
    return new JdkTransport(Duration.ofSeconds(20));
  }
}
