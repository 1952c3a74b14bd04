package io.axptoken.server.assembly;

import io.axptoken.server.edge.EdgeSwitch;
import io.axptoken.server.edge.PublicListener;
import io.axptoken.server.observe.metrics.Reloads.What;
import io.axptoken.server.settings.Settings;
import io.axptoken.service.config.ServerSettings;
import io.axptoken.service.observe.health.HealthReport;
import io.axptoken.service.reload.Blocking;
import io.axptoken.service.tls.KeyMaterial;
import io.axptoken.service.tls.KeyMaterialException;
import io.axptoken.service.tls.TlsOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Puts other settings in force while requests come in: none waits for it, and none fails. The
 * certificate and all the rest change each for itself, so that trouble with one holds up no other.
 * For one change at a time.
 */
public final class GenerationSwap {
  private static final Logger LOG = System.getLogger(GenerationSwap.class.getName());

  /** How long the new one may take to get ready before it serves in any case. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Longer than any request that the old one may have under way. */
  private static final Duration RETIREMENT = Duration.ofSeconds(60);

  private final Vertx vertx;
  private final EdgeSwitch edge;
  private final LongLived lasting;
  private volatile Generation generation;
  private volatile @Nullable KeyMaterial material;
  private final AtomicLong changes = new AtomicLong();

  public GenerationSwap(Generation first, EdgeSwitch edge, @Nullable KeyMaterial material) {
    this.vertx = first.lasting().vertx();
    this.lasting = first.lasting();
    this.generation = first;
    this.edge = edge;
    this.material = material;
    showEnd(material);
  }

  private void showEnd(@Nullable KeyMaterial shown) {
    if (shown != null) {
      lasting.metrics().serverCertificate(shown.end());
    }
  }

  /** The one in force. */
  public Generation generation() {
    return generation;
  }

  /** Tells of all that changes over. */
  public void describe(HealthReport report) {
    KeyMaterial shown = material;
    if (shown != null) {
      report.part(
          "certificate", () -> HealthParts.certificate(shown.end(), lasting.clock().instant()));
    }
    report.part("reload", lasting.reloads()::part);
    generation.describe(report);
  }

  /** How many there were. */
  long changes() {
    return changes.get();
  }

  /**
   * Changes over.
   *
   * @param what has changed if the settings have
   * @return what could not be changed; the future does not fail but for a bug
   */
  Future<List<ReloadFailure>> to(Settings next, What what, PublicListener listener) {
    List<ReloadFailure> failures = new ArrayList<>();
    return changeCertificate(next, listener)
        .recover(failure -> note(failure, failures))
        .compose(_ -> changeGeneration(next, what))
        .recover(failure -> note(failure, failures))
        .map(failures);
  }

  private static Future<Void> note(Throwable failure, List<ReloadFailure> failures) {
    if (failure instanceof ReloadFailure known) {
      failures.add(known);
      return Future.succeededFuture();
    }
    return Future.failedFuture(failure);
  }

  private Future<Void> changeCertificate(Settings next, PublicListener listener) {
    ServerSettings server = next.server();
    if (material == null || !server.ssl()) {
      return Future.succeededFuture();
    }
    return Blocking.run(vertx, () -> load(next))
        .compose(loaded -> {
          if (loaded.equals(material)) {
            return Future.succeededFuture();
          }
          return listener
              .update(TlsOptions.server(loaded))
              .recover(failure -> Future.failedFuture(unusable(failure)))
              .onSuccess(_ -> shown(loaded))
              .mapEmpty();
        });
  }

  private KeyMaterial load(Settings next) throws ReloadFailure {
    try {
      Wiring wiring = generation.wiring();
      return Objects.requireNonNull(wiring.keyMaterial(next.server()));
    } catch (KeyMaterialException unusable) {
      throw unusable(unusable);
    }
  }

  private static ReloadFailure unusable(Throwable cause) {
    return new ReloadFailure(What.TLS, String.valueOf(cause.getMessage()));
  }

  private void shown(KeyMaterial loaded) {
    material = loaded;
    showEnd(loaded);
    LOG.log(Level.INFO, () -> "Reloaded: new connections are shown " + loaded.described() + ".");
    count(What.TLS);
  }

  private Future<Void> changeGeneration(Settings next, What what) {
    return Blocking.run(vertx, () -> build(next, what))
        .compose(built ->
            built.isEmpty()
                ? Future.succeededFuture()
                : built
                    .get()
                    .prepare()
                    .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .<Void>transform(_ -> enforce(built.get(), what)));
  }

  /** Nothing if it would be the same. */
  private Optional<Generation> build(Settings next, What what) throws ReloadFailure {
    TrustedKeys trusted;
    try {
      trusted = TrustedKeys.of(next);
    } catch (KeyMaterialException unusable) {
      throw new ReloadFailure(What.TRUST, String.valueOf(unusable.getMessage()));
    }
    if (generation.isMadeOf(next, trusted)) {
      return Optional.empty();
    }
    try {
      return Optional.of(generation.next(next, trusted));
    } catch (KeyMaterialException | IllegalArgumentException unusable) {
      throw new ReloadFailure(what, String.valueOf(unusable.getMessage()));
    }
  }

  private Future<Void> enforce(Generation next, What what) {
    Generation old = generation;
    next.platforms().enforce();
    edge.set(next.edge());
    generation = next;
    vertx.setTimer(RETIREMENT.toMillis(), _ -> old.closeUnless(next));
    if (!old.settings().equals(next.settings())) {
      tell(what, next);
    }
    if (!old.trusted().equals(next.trusted())) {
      tell(What.TRUST, next);
    }
    return Future.succeededFuture();
  }

  private void tell(What what, Generation next) {
    String name =
        switch (what) {
          case TLS -> "certificate";
          case SECRET -> "files of secrets";
          case TRUST -> "trust anchors and public keys";
          case CONFIG -> "configuration";
        };
    LOG.log(
        Level.INFO,
        () ->
            "Reloaded: %s; of %d integrations, %d fetch a new access token."
                .formatted(name, next.integrations().size(), next.begun().size()));
    count(what);
  }

  private void count(What what) {
    changes.incrementAndGet();
    lasting.reloaded(what, true);
  }
}
