package io.axptoken.service.tls;

import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import java.security.KeyStore;
import java.security.Provider;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;
import org.jspecify.annotations.Nullable;

/** One key manager in the form Vert.x takes it; Vert.x's own wrapper needs a logging library. */
final class ServerKeyOptions implements KeyCertOptions {
  private final KeyManagerFactory factory;

  ServerKeyOptions(ServerKeyManager manager) {
    this.factory = new FixedFactory(manager);
  }

  /** Itself, for it never changes. */
  @Override
  public KeyCertOptions copy() {
    return this;
  }

  @Override
  public KeyManagerFactory getKeyManagerFactory(Vertx vertx) {
    return factory;
  }

  /** The same key whatever name the client asks for (SNI). */
  @Override
  public Function<String, KeyManagerFactory> keyManagerFactoryMapper(Vertx vertx) {
    return _ -> factory;
  }

  /** A factory of what is made already. */
  private static final class FixedFactory extends KeyManagerFactory {
    FixedFactory(KeyManager manager) {
      super(new FixedSpi(manager), new FixedProvider(), "fixed");
    }
  }

  private static final class FixedSpi extends KeyManagerFactorySpi {
    private final KeyManager manager;

    FixedSpi(KeyManager manager) {
      this.manager = manager;
    }

    @Override
    protected void engineInit(@Nullable KeyStore store, char @Nullable [] password) {
      // There is nothing to take from a key store.
    }

    @Override
    protected void engineInit(@Nullable ManagerFactoryParameters parameters) {
      // Nor from parameters.
    }

    @Override
    protected KeyManager[] engineGetKeyManagers() {
      return new KeyManager[] {manager};
    }
  }

  /** The name that the JDK wants every factory to come from; it is registered nowhere. */
  private static final class FixedProvider extends Provider {
    private static final long serialVersionUID = 1L;

    FixedProvider() {
      super("axp-service", "1", "Keys read from PEM files");
    }
  }
}
