package io.axptoken.client.transport;

import io.axptoken.client.contract.FailureContract;
import java.time.Duration;

class JdkFailureTest extends FailureContract {
  @Override
  protected Transport newTransport() {
    return new JdkTransport(Duration.ofSeconds(20));
  }
}
