package io.axptoken.client.transport;

import io.axptoken.client.contract.RawFaultMatrixContract;
import io.axptoken.testing.TlsContexts;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class JdkRawFaultMatrixTest extends RawFaultMatrixContract {
  @Override
  protected Transport newTransport(Path trusted) throws Exception {
    return new JdkTransport(Duration.ofSeconds(2), TlsContexts.trusting(trusted));
  }
}
