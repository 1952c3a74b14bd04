package io.axptoken.client;

import io.axptoken.client.transport.JdkTransport;
import io.axptoken.client.transport.Transport;
import java.util.function.Function;

/** Makes a platform its own transport, which does not outlive a platform that was never made. */
final class OwnTransport {
  private OwnTransport() {}

  static TokenPlatform of(PlatformConfig config, Function<Transport, TokenPlatform> platform) {
    Transport transport = new JdkTransport(config.deadlines().connect());
    try {
      return platform.apply(transport);
    } catch (RuntimeException e) {
      transport.close();
      throw e;
    }
  }
}
