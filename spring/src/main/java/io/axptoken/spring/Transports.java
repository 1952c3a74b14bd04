package io.axptoken.spring;

import io.axptoken.client.transport.JdkTransport;
import io.axptoken.client.transport.Transport;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;

/**
 * The ways to the platform: one for each connect timeout and SSL bundle, shared by the integrations
 * that want the same, so that those of one account share an access token. Not for several threads.
 */
final class Transports implements AutoCloseable {
  private final @Nullable Transport given;
  private final @Nullable SslBundles bundles;
  private final Map<Wish, Transport> made = new HashMap<>();

  /** What an integration wants of its way. */
  private record Wish(Duration connectTimeout, @Nullable String bundle) {}

  /**
   * With the application's own transport for all, which stays open; or without one.
   *
   * @param given the application's own, or {@code null}
   * @param bundles where SSL bundles are found, or {@code null} if the application has none
   */
  Transports(@Nullable Transport given, @Nullable SslBundles bundles) {
    this.given = given;
    this.bundles = bundles;
  }

  /**
   * The way of one integration.
   *
   * @throws AxpConfigurationException if there is no such SSL bundle
   */
  Transport transport(String name, IntegrationProperties properties) {
    if (given != null) {
      return given;
    }
    Wish wish = new Wish(Configs.deadlines(properties).connect(), properties.getSslBundle());
    return made.computeIfAbsent(wish, wanted -> make(name, wanted));
  }

  private Transport make(String name, Wish wish) {
    String bundle = wish.bundle();
    if (bundle == null) {
      return JdkTransport.builder().connectTimeout(wish.connectTimeout()).build();
    }
    if (bundles == null) {
      throw new AxpConfigurationException(missing(name, bundle));
    }
    try {
      return new BundleTransport(bundles, bundle, wish.connectTimeout());
    } catch (NoSuchSslBundleException e) {
      throw new AxpConfigurationException(missing(name, bundle));
    }
  }

  private static String missing(String name, String bundle) {
    return Configs.place(name)
        + ".ssl-bundle: there is no SSL bundle "
        + bundle
        + " below spring.ssl.bundle";
  }

  @Override
  public void close() {
    made.values().forEach(Transport::close);
  }
}
