package io.axptoken.client.transport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.client.Secret;
import io.axptoken.client.contract.ProxyContract;
import io.axptoken.testing.TlsContexts;
import io.axptoken.testing.TunnelCredentials;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JdkProxyTest extends ProxyContract {
  @Override
  protected Transport newTransport(Path trusted, HttpProxy proxy) throws Exception {
    return new JdkTransport(Duration.ofSeconds(2), TlsContexts.trusting(trusted), proxy);
  }

  @Test
  void aJvmThatKeepsTheCredentialsBackIsNotStartedWith() {
    HttpProxy proxy = new HttpProxy("localhost", 3128, "someone", Secret.of("s3cr3t"));
    String before = System.clearProperty(TunnelCredentials.SETTING);
    try {
      assertThatThrownBy(() -> new JdkTransport(Duration.ofSeconds(2), null, proxy))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("-Djdk.http.auth.tunneling.disabledSchemes=");
    } finally {
      System.setProperty(TunnelCredentials.SETTING, before);
    }
  }
}
