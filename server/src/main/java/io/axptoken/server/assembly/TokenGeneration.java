package io.axptoken.server.assembly;

import io.axptoken.server.edge.Integration;
import io.axptoken.server.settings.Settings;
import io.axptoken.service.http.Surface;
import io.axptoken.service.observe.access.AccessLog;
import io.axptoken.service.observe.audit.Audit;
import io.axptoken.service.observe.health.HealthReport;
import io.axptoken.service.reload.Generation;
import io.axptoken.service.reload.ReloadFailure;
import io.axptoken.service.reload.ReloadSubject;
import io.axptoken.service.tls.KeyMaterialException;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The token server made of one configuration. */
final class TokenGeneration implements Generation<Settings> {
  private final Settings settings;
  private final TrustedKeys trusted;
  private final TokenParts parts;
  private final Wiring wiring;
  private final Platforms platforms;
  private final Audit audit;
  private final AccessLog access;
  private final List<Integration> integrations;
  private final Surface surface;
  private final WarmUp warmUp;

  private TokenGeneration(
      Settings settings,
      TrustedKeys trusted,
      TokenParts parts,
      Wiring wiring,
      Platforms platforms,
      Audit audit,
      AccessLog access) {
    this.settings = settings;
    this.trusted = trusted;
    this.parts = parts;
    this.wiring = wiring;
    this.platforms = platforms;
    this.audit = audit;
    this.access = access;
    this.integrations = wiring.integrations(platforms);
    this.surface = wiring.surface(integrations, audit, access);
    this.warmUp = new WarmUp(integrations);
  }

  /** The first one. */
  static TokenGeneration first(Settings settings, PlatformPlan plan, TokenParts parts) {
    Wiring wiring = new Wiring(settings, plan.trusted(), parts);
    return new TokenGeneration(
        settings,
        plan.trusted(),
        parts,
        wiring,
        wiring.platforms(plan),
        wiring.audit(),
        wiring.accessLog());
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public Surface surface() {
    return surface;
  }

  @Override
  public Optional<Generation<Settings>> next(Settings next, ReloadSubject what)
      throws ReloadFailure {
    TrustedKeys nextTrusted = trusted(next);
    if (settings.equals(next) && trusted.equals(nextTrusted)) {
      return Optional.empty();
    }
    try {
      return Optional.of(next(next, nextTrusted));
    } catch (KeyMaterialException | IllegalArgumentException unusable) {
      throw new ReloadFailure(what, String.valueOf(unusable.getMessage()));
    }
  }

  private static TrustedKeys trusted(Settings next) throws ReloadFailure {
    try {
      return TrustedKeys.of(next);
    } catch (KeyMaterialException unusable) {
      throw new ReloadFailure(ReloadSubject.TRUST, String.valueOf(unusable.getMessage()));
    }
  }

  Platforms platforms() {
    return platforms;
  }

  Wiring wiring() {
    return wiring;
  }

  /** The next one, whether or not it would come out the same. */
  TokenGeneration next(Settings next, TrustedKeys nextTrusted) {
    PlatformPlan plan = PlatformPlan.of(next, nextTrusted);
    Wiring nextWiring = wiring.next(next, nextTrusted);
    Platforms nextPlatforms = platforms.next(next, plan);
    boolean sameAudit = settings.audit().equals(next.audit());
    boolean sameAccess = sameAudit && settings.logging().access() == next.logging().access();
    try {
      return new TokenGeneration(
          next,
          nextTrusted,
          parts,
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

  @Override
  public boolean trustsTheSameAs(Generation<Settings> other) {
    return trusted.equals(((TokenGeneration) other).trusted);
  }

  @Override
  public void warmUp() {
    warmUp.first();
  }

  @Override
  public void warmUpTheRest() {
    warmUp.others();
  }

  @Override
  public Future<?> prepare() {
    return Future.join(wiring.verifiers().ready(), new WarmUp(begun()).all());
  }

  @Override
  public void enforce() {
    platforms.enforce();
  }

  @Override
  public String news() {
    return "of %d integrations, %d fetch a new access token"
        .formatted(integrations.size(), begun().size());
  }

  /** The integrations whose platforms begin with this generation. */
  private List<Integration> begun() {
    return integrations.stream().filter(one -> platforms.isNew(one.name())).toList();
  }

  @Override
  public void describe(HealthReport report) {
    wiring.describe(report, platforms);
  }

  @Override
  public void closeUnless(Generation<Settings> other) {
    TokenGeneration successor = (TokenGeneration) other;
    if (!audit.equals(successor.audit)) {
      audit.close();
    }
    wiring.verifiers().closeUnless(successor.wiring.verifiers());
    platforms.closeUnless(successor.platforms);
  }

  @Override
  public void close() {
    audit.close();
    platforms.close();
  }
}
