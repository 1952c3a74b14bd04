package io.axptoken.client.transport;

import java.lang.ref.WeakReference;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP clients in use, each with a thread of its own: one for all transports that want
 * the same of it, until the last of them lets it go.
 */
final class SharedClients {
  /** Where answers arrive. */
  static final Executor EXECUTOR = onVirtualThreads();

  private static final Map<Wish, Lent> IN_USE = new HashMap<>();

  private SharedClients() {}

  private static Executor onVirtualThreads() {
    ThreadFactory threads = Thread.ofVirtual().name("axp-http-", 0).factory();
    return task -> threads.newThread(task).start();
  }

  /**
   * What is wanted of a client. What the JDK takes where nothing is said may be set anew while the
   * program runs, so it is part of it.
   */
  record Wish(
      Duration connectTimeout,
      SSLContext tls,
      @Nullable HttpProxy proxy,
      @Nullable ProxySelector otherwise) {
    static Wish of(Duration connectTimeout, @Nullable SSLContext tls, @Nullable HttpProxy proxy) {
      return new Wish(
          connectTimeout, tls == null ? usual() : tls, proxy, ProxySelector.getDefault());
    }

    private static SSLContext usual() {
      try {
        return SSLContext.getDefault();
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("The JDK has no TLS, or its settings are wrong", e);
      }
    }
  }

  static synchronized HttpClient borrow(Wish wish, JdkRoute route) {
    IN_USE.values().removeIf(lent -> lent.client.refersTo(null));
    Lent known = IN_USE.get(wish);
    HttpClient client = known == null ? null : known.client.get();
    if (known == null || client == null) {
      client = client(wish, route);
      known = new Lent(client);
      IN_USE.put(wish, known);
    }
    known.users++;
    return client;
  }

  /** To be called once for each {@link #borrow}. */
  static synchronized void giveBack(Wish wish, HttpClient client) {
    Lent lent = IN_USE.get(wish);
    if (lent != null && lent.client.refersTo(client) && --lent.users == 0) {
      IN_USE.remove(wish);
      client.shutdownNow();
    }
  }

  private static HttpClient client(Wish wish, JdkRoute route) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(wish.connectTimeout())
            .sslContext(wish.tls())
            .executor(EXECUTOR);
    route.configure(builder);
    return builder.build();
  }

  /** Not kept by this: the JDK ends a client that was forgotten with all its transports. */
  private static final class Lent {
    private final WeakReference<HttpClient> client;
    private int users;

    Lent(HttpClient client) {
      this.client = new WeakReference<>(client);
    }
  }
}
