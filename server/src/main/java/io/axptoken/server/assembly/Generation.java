package io.axptoken.server.assembly;

import io.axptoken.server.edge.Edge;
import io.axptoken.server.edge.Integration;
import io.axptoken.server.observe.AccessLog;
import io.axptoken.server.observe.Audit;
import io.axptoken.server.settings.Settings;
import io.axptoken.service.observe.health.HealthReport;
import io.vertx.core.Future;
import java.util.List;

/**
 * All that answers requests, made of one configuration. The next one takes over what is the same,
 * and has no effect until it is put in force; this one can serve on until it is closed.
 *
 * @param settings what it is made of
 * @param trusted what it is made of, too
 * @param lasting what outlives it
 * @param integrations in the order of the configuration
 * @param edge where requests come in
 */
public record Generation(
    Settings settings,
    TrustedKeys trusted,
    LongLived lasting,
    Wiring wiring,
    Platforms platforms,
    Audit audit,
    AccessLog access,
    List<Integration> integrations,
    Edge edge) {

  /** The first one, in force from the beginning. */
  public static Generation first(Settings settings, PlatformPlan plan, LongLived lasting) {
    Wiring wiring = new Wiring(settings, plan.trusted(), lasting);
    Generation first =
        of(
            settings,
            plan.trusted(),
            lasting,
            wiring,
            wiring.platforms(plan),
            wiring.audit(),
            wiring.accessLog());
    first.platforms().enforce();
    return first;
  }

  /**
   * One of other settings.
   *
   * @throws io.axptoken.service.tls.KeyMaterialException if a key cannot be used; nothing is left
   *     behind then
   * @throws IllegalArgumentException if the settings do not fit together
   */
  Generation next(Settings next, TrustedKeys nextTrusted) {
    PlatformPlan plan = PlatformPlan.of(next, nextTrusted);
    Wiring nextWiring = wiring.next(next, nextTrusted);
    Platforms nextPlatforms = platforms.next(next, plan);
    boolean sameAudit = settings.audit().equals(next.audit());
    boolean sameAccess = sameAudit && settings.logging().access() == next.logging().access();
    try {
      return of(
          next,
          nextTrusted,
          lasting,
          nextWiring,
          nextPlatforms,
          sameAudit ? audit : nextWiring.audit(),
          sameAccess ? access : nextWiring.accessLog());
    } catch (RuntimeException unusable) {
      nextPlatforms.closeUnless(platforms);
      nextWiring.verifiers().closeUnless(wiring.verifiers());
      throw unusable;
    }
  }

  private static Generation of(
      Settings settings,
      TrustedKeys trusted,
      LongLived lasting,
      Wiring wiring,
      Platforms platforms,
      Audit audit,
      AccessLog access) {
    List<Integration> integrations = wiring.integrations(platforms, lasting.failures());
    Edge edge = wiring.edge(integrations, audit, access, lasting.health(), lasting.pages());
    return new Generation(
        settings, trusted, lasting, wiring, platforms, audit, access, integrations, edge);
  }

  /** Whether it would come out the same. */
  boolean isMadeOf(Settings others, TrustedKeys otherTrusted) {
    return settings.equals(others) && trusted.equals(otherTrusted);
  }

  /** Tells of its parts. */
  void describe(HealthReport report) {
    wiring.describe(report, platforms);
  }

  /** The integrations whose platforms begin with this generation. */
  List<Integration> begun() {
    return integrations.stream().filter(one -> platforms.isNew(one.name())).toList();
  }

  /**
   * Ends when whoever comes first need not wait: keys and access tokens are there, or cannot be.
   */
  Future<?> prepare() {
    return Future.join(wiring.verifiers().ready(), new WarmUp(begun()).all());
  }

  /** Ends what its successor does not use; requests that are still under way in it are broken. */
  void closeUnless(Generation successor) {
    if (!audit.equals(successor.audit)) {
      audit.close();
    }
    wiring.verifiers().closeUnless(successor.wiring.verifiers());
    platforms.closeUnless(successor.platforms);
  }

  /** Ends it, when there is no other. */
  public void close() {
    audit.close();
    platforms.close();
  }
}
