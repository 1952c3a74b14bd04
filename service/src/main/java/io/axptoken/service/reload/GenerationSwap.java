package io.axptoken.service.reload;

import io.axptoken.service.config.ServiceSettings;
import io.axptoken.service.http.Listener;
import io.axptoken.service.http.SurfaceSwitch;
import io.axptoken.service.observe.health.HealthReport;
import io.axptoken.service.tls.KeyMaterial;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Puts other settings in force while requests come in: none waits for it, and none fails. The
 * certificate and all the rest change each for itself, so that trouble with one holds up no other.
 * For one change at a time.
 *
 * @param <S> the settings
 */
public final class GenerationSwap<S extends ServiceSettings> {
  private static final Logger LOG = System.getLogger(GenerationSwap.class.getName());

  /** How long the new one may take to get ready before it serves in any case. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Longer than any request that the old one may have under way. */
  private static final Duration RETIREMENT = Duration.ofSeconds(60);

  private final Vertx vertx;
  private final SurfaceSwitch surface;
  private final LongLived lasting;
  private final CertificateSwap certificate;
  private final AtomicLong changes = new AtomicLong();
  private volatile Generation<S> generation;

  /**
   * Begins with this one in force.
   *
   * @param material what the listener shows to clients, or {@code null} for plain HTTP
   */
  public GenerationSwap(
      Generation<S> first,
      LongLived lasting,
      SurfaceSwitch surface,
      @Nullable KeyMaterial material) {
    this.vertx = lasting.vertx();
    this.lasting = lasting;
    this.generation = first;
    this.surface = surface;
    this.certificate = new CertificateSwap(lasting, material);
  }

  /** The one in force. */
  public Generation<S> generation() {
    return generation;
  }

  LongLived lasting() {
    return lasting;
  }

  /** Tells of all that changes over. */
  public void describe(HealthReport report) {
    certificate.describe(report);
    report.part("reload", lasting.reloads().health()::part);
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
  Future<List<ReloadFailure>> to(S next, ReloadSubject what, Listener listener) {
    List<ReloadFailure> failures = new ArrayList<>();
    return certificate
        .to(next.server(), listener)
        .onSuccess(changed -> count(changed, ReloadSubject.TLS))
        .<Void>mapEmpty()
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

  private Future<Void> changeGeneration(S next, ReloadSubject what) {
    return Blocking.run(vertx, () -> generation.next(next, what))
        .compose(built ->
            built.isEmpty()
                ? Future.succeededFuture()
                : built
                    .get()
                    .prepare()
                    .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .<Void>transform(_ -> enforce(built.get(), what)));
  }

  private Future<Void> enforce(Generation<S> next, ReloadSubject what) {
    Generation<S> old = generation;
    next.enforce();
    surface.set(next.surface());
    generation = next;
    vertx.setTimer(RETIREMENT.toMillis(), _ -> old.closeUnless(next));
    if (!old.settings().equals(next.settings())) {
      report(what, next);
    }
    if (!old.trustsTheSameAs(next)) {
      report(ReloadSubject.TRUST, next);
    }
    return Future.succeededFuture();
  }

  private void report(ReloadSubject what, Generation<S> next) {
    String name =
        switch (what) {
          case TLS -> "certificate";
          case SECRET -> "files of secrets";
          case TRUST -> "trust anchors and public keys";
          case CONFIG -> "configuration";
        };
    String news = next.news();
    LOG.log(Level.INFO, () -> "Reloaded: " + name + (news.isEmpty() ? "." : "; " + news + "."));
    count(true, what);
  }

  private void count(boolean changed, ReloadSubject what) {
    if (changed) {
      changes.incrementAndGet();
      lasting.reloads().succeeded(what);
    }
  }
}
