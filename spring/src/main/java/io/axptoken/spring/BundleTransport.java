package io.axptoken.spring;

import io.axptoken.client.transport.JdkTransport;
import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportRequest;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * A transport that trusts what an SSL bundle says, and says now: when the bundle is reloaded, calls
 * that begin later go by the new one, and those under way end as they began.
 */
final class BundleTransport implements Transport {
  private final Duration connectTimeout;
  private volatile JdkTransport current;
  private @Nullable JdkTransport retired;
  private boolean closed;

  /**
   * Follows a bundle.
   *
   * @throws org.springframework.boot.ssl.NoSuchSslBundleException if there is none of that name
   */
  BundleTransport(SslBundles bundles, String name, Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
    current = by(bundles.getBundle(name));
    bundles.addBundleUpdateHandler(name, this::renew);
  }

  private JdkTransport by(SslBundle bundle) {
    return JdkTransport.builder()
        .connectTimeout(connectTimeout)
        .tls(bundle.createSslContext())
        .build();
  }

  /* The one before the last has no calls any more: reloads are seconds apart, calls end before. */
  private synchronized void renew(SslBundle bundle) {
    if (closed) {
      return;
    }
    if (retired != null) {
      retired.close();
    }
    retired = current;
    current = by(bundle);
  }

  @Override
  public CompletionStage<TransportAnswer> send(TransportRequest request) {
    return current.send(request);
  }

  @Override
  public synchronized void close() {
    closed = true;
    current.close();
    if (retired != null) {
      retired.close();
    }
  }
}
