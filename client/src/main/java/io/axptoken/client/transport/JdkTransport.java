package io.axptoken.client.transport;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client as a {@link Transport}: HTTP/1.1 with connections kept alive, no redirects,
 * the system's proxy settings unless a proxy is named. Answers arrive on virtual threads; the one
 * thread of its own ends with {@link #close}.
 */
public final class JdkTransport implements Transport {
  private final Executor executor = onVirtualThreads();
  private final JdkRoute route;
  private final HttpClient client;
  private volatile boolean closed;

  /** Trusts what the JDK trusts. */
  public JdkTransport(Duration connectTimeout) {
    this(connectTimeout, null);
  }

  /**
   * Trusts what the TLS context trusts.
   *
   * @param connectTimeout how long a connection may take; a request's own timeout bounds it, too
   * @param tls with the platform's trust anchors, or {@code null} for the JDK's own
   */
  public JdkTransport(Duration connectTimeout, @Nullable SSLContext tls) {
    this(connectTimeout, tls, null);
  }

  /**
   * As the other one, by way of a proxy. For a proxy with credentials the JVM must be started with
   * {@code -Djdk.http.auth.tunneling.disabledSchemes=}: otherwise the JDK keeps them back.
   *
   * @param proxy in place of the system's settings, or {@code null} for these
   * @throws IllegalArgumentException if the JDK keeps the proxy's credentials back
   */
  public JdkTransport(
      Duration connectTimeout, @Nullable SSLContext tls, @Nullable HttpProxy proxy) {
    route = new JdkRoute(proxy);
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .executor(executor);
    route.configure(builder);
    if (tls != null) {
      builder.sslContext(tls);
    }
    client = builder.build();
  }

  @Override
  public CompletionStage<TransportAnswer> send(TransportRequest request) {
    return new JdkExchange(request, route, () -> closed).begin(client, executor);
  }

  private static Executor onVirtualThreads() {
    ThreadFactory threads = Thread.ofVirtual().name("axp-http-", 0).factory();
    return task -> threads.newThread(task).start();
  }

  @Override
  public void close() {
    closed = true;
    client.shutdownNow();
  }
}
