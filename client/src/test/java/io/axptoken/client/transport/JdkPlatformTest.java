package io.axptoken.client.transport;

import io.axptoken.client.contract.PlatformContract;
import java.time.Duration;

class JdkPlatformTest extends PlatformContract {
  @Override
  protected Transport newTransport() {
    /* A thousand connections at once are not made in two seconds on a busy machine. */
    return new JdkTransport(Duration.ofSeconds(20));
  }
}
