package io.axptoken.client.transport;

import io.axptoken.client.contract.TransportContract;
import java.time.Duration;

class JdkTransportTest extends TransportContract {
  @Override
  protected Transport newTransport() {
    return new JdkTransport(Duration.ofSeconds(2));
  }
}
