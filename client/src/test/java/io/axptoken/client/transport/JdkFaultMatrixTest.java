package io.axptoken.client.transport;

import io.axptoken.client.contract.FaultMatrixContract;
import java.time.Duration;

class JdkFaultMatrixTest extends FaultMatrixContract {
  @Override
  protected Transport newTransport() {
    return new JdkTransport(Duration.ofSeconds(20));
  }
}
