package io.axptoken.client.transport;

import io.axptoken.client.contract.PlatformContract;
import java.time.Duration;

class JdkPlatformTest extends PlatformContract {
  @Override
  protected Transport newTransport() {
    return new JdkTransport(Duration.ofSeconds(2));
  }
}
