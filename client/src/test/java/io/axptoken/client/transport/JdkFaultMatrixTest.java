package io.axptoken.client.transport;

import io.axptoken.client.contract.FaultMatrixContract;
import java.time.Duration;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class JdkFaultMatrixTest extends FaultMatrixContract {
  @Override
  protected Transport newTransport() {
    return new JdkTransport(Duration.ofSeconds(20));
  }
}
