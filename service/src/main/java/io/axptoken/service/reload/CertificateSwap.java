package io.axptoken.service.reload;

import io.axptoken.service.config.ServerSettings;
import io.axptoken.service.http.Listener;
import io.axptoken.service.observe.health.HealthReport;
import io.axptoken.service.observe.health.PartHealth;
import io.axptoken.service.tls.KeyMaterial;
import io.axptoken.service.tls.KeyMaterialException;
import io.axptoken.service.tls.TlsOptions;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The certificate that the listener shows, and its exchange. For one change at a time. */
public final class CertificateSwap {
  private static final Logger LOG = System.getLogger(CertificateSwap.class.getName());

  /** How long before its end a certificate wants to be looked after. */
  private static final Duration SOON = Duration.ofDays(14);

  private final LongLived lasting;
  private volatile @Nullable KeyMaterial material;

  CertificateSwap(LongLived lasting, @Nullable KeyMaterial material) {
    this.lasting = lasting;
    this.material = material;
    showEnd(material);
  }

  /**
   * What the settings have the listener show, or {@code null} for plain HTTP; warnings are logged.
   *
   * @throws KeyMaterialException if it cannot be used
   */
  public static @Nullable KeyMaterial load(ServerSettings server, Clock clock) {
    if (!server.ssl()
        || server.sslCertificatePath() == null
        || server.sslPrivateKeyPath() == null) {
      return null;
    }
    KeyMaterial loaded =
        KeyMaterial.load(
            server.sslCertificatePath(), server.sslPrivateKeyPath(), server.sslPassPhrase(), clock);
    loaded.warnings(clock).forEach(warning -> LOG.log(Level.WARNING, warning));
    return loaded;
  }

  /** Whether it was exchanged; the future fails with what cannot be used. */
  Future<Boolean> to(ServerSettings server, Listener listener) {
    if (material == null || !server.ssl()) {
      return Future.succeededFuture(false);
    }
    return Blocking.run(lasting.vertx(), () -> read(server))
        .compose(loaded -> {
          if (loaded.equals(material)) {
            return Future.succeededFuture(false);
          }
          return listener
              .update(TlsOptions.server(loaded))
              .recover(failure -> Future.failedFuture(unusable(failure)))
              .onSuccess(_ -> shown(loaded))
              .map(true);
        });
  }

  /** Tells of the certificate by the end of its chain's first to end. */
  void describe(HealthReport report) {
    KeyMaterial shown = material;
    if (shown != null) {
      report.part("certificate", () -> part(shown.end(), lasting.clock().instant()));
    }
  }

  /** How a certificate is that ends then. */
  public static PartHealth part(Instant end, Instant now) {
    return new PartHealth.Builder()
        .fact("notAfter", end)
        .fact("daysLeft", Duration.between(now, end).toDays())
        .well(end.isAfter(now.plus(SOON)));
  }

  private KeyMaterial read(ServerSettings server) throws ReloadFailure {
    try {
      return Objects.requireNonNull(load(server, lasting.clock()));
    } catch (KeyMaterialException unusable) {
      throw unusable(unusable);
    }
  }

  private static ReloadFailure unusable(Throwable cause) {
    return new ReloadFailure(ReloadSubject.TLS, String.valueOf(cause.getMessage()));
  }

  private void shown(KeyMaterial loaded) {
    material = loaded;
    showEnd(loaded);
    LOG.log(Level.INFO, () -> "Reloaded: new connections are shown " + loaded.described() + ".");
  }

  private void showEnd(@Nullable KeyMaterial shown) {
    if (shown != null) {
      lasting.metrics().serverCertificate(shown.end());
    }
  }
}
