package io.axptoken.client.transport;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client as a {@link Transport}: HTTP/1.1 with connections kept alive, no redirects,
 * the system's proxy settings unless a proxy is named. Answers arrive on virtual threads.
 * Transports that want the same (timeout, TLS, proxy) share one client of the JDK, and so one
 * thread, which ends with the last of them; calls of one are no business of the other, idle
 * connections are.
 */
public final class JdkTransport implements Transport {
  /** How many connections to one host there are at the most unless something else is said. */
  public static final int DEFAULT_MAX_CONNECTIONS = 256;

  private final SharedClients.Wish wish;
  private final int maxConnections;
  private final JdkRoute route;
  private final HttpClient client;
  private final Map<String, ConnectionGate> gates = new ConcurrentHashMap<>();
  private final Set<JdkExchange> underWay = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Trusts what the JDK trusts.
   *
   * @param connectTimeout how long a connection may take
   */
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
   * @param connectTimeout how long a connection may take
   * @param tls with the platform's trust anchors, or {@code null} for the JDK's own
   * @param proxy in place of the system's settings, or {@code null} for these
   * @throws IllegalArgumentException if the JDK keeps the proxy's credentials back
   */
  public JdkTransport(
      Duration connectTimeout, @Nullable SSLContext tls, @Nullable HttpProxy proxy) {
    this(builder().connectTimeout(connectTimeout).tls(tls).proxy(proxy));
  }

  private JdkTransport(Builder parts) {
    route = new JdkRoute(parts.proxy);
    maxConnections = parts.maxConnections;
    wish = SharedClients.Wish.of(parts.connectTimeout, parts.tls, parts.proxy);
    client = SharedClients.borrow(wish, route);
  }

  /** {@return a builder with the JDK's own trust, the system's proxy, and 2 s for a connection} */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public CompletionStage<TransportAnswer> send(TransportRequest request) {
    JdkExchange exchange = new JdkExchange(request, route, client, gate(request), closed::get);
    underWay.add(exchange);
    return exchange.begin(() -> underWay.remove(exchange));
  }

  private ConnectionGate gate(TransportRequest request) {
    String host = request.uri().getRawAuthority();
    ConnectionGate known = gates.get(host);
    return known != null
        ? known
        : gates.computeIfAbsent(
            host, asked -> new ConnectionGate(maxConnections, SharedClients.EXECUTOR));
  }

  /** Ends the calls under way; closing twice does no harm. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      underWay.forEach(JdkExchange::close);
      SharedClients.giveBack(wish, client);
    }
  }

  /** Collects what a {@link JdkTransport} is to be; for use by one thread. */
  public static final class Builder {
    private Duration connectTimeout = Duration.ofSeconds(2);
    private @Nullable SSLContext tls;
    private @Nullable HttpProxy proxy;
    private int maxConnections = DEFAULT_MAX_CONNECTIONS;

    private Builder() {}

    /**
     * How long a connection may take; a request's own timeout bounds it, too.
     *
     * @param timeout more than no time
     * @return this builder
     */
    public Builder connectTimeout(Duration timeout) {
      this.connectTimeout = timeout;
      return this;
    }

    /**
     * With the platform's trust anchors, or {@code null} for the JDK's own.
     *
     * @param context with the platform's trust anchors, or {@code null}
     * @return this builder
     */
    public Builder tls(@Nullable SSLContext context) {
      this.tls = context;
      return this;
    }

    /**
     * In place of the system's settings, or {@code null} for these; about credentials see {@link
     * JdkTransport#JdkTransport(Duration, SSLContext, HttpProxy)}.
     *
     * @param way the proxy, or {@code null}
     * @return this builder
     */
    public Builder proxy(@Nullable HttpProxy way) {
      this.proxy = way;
      return this;
    }

    /**
     * How many connections to one host there are at the most, by default {@value
     * JdkTransport#DEFAULT_MAX_CONNECTIONS}. Calls beyond that wait for one, within their timeout.
     *
     * @param number how many
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder maxConnections(int number) {
      if (number < 1) {
        throw new IllegalArgumentException("maxConnections must be at least 1, not " + number);
      }
      this.maxConnections = number;
      return this;
    }

    /**
     * The transport, which must be closed some day.
     *
     * @return the transport
     * @throws IllegalArgumentException if the JDK keeps the proxy's credentials back
     */
    public JdkTransport build() {
      return new JdkTransport(this);
    }
  }
}
