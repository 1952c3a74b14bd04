package io.axptoken.server.assembly;

import io.axptoken.server.issue.FailureLog;
import io.axptoken.server.observe.TokenMetrics;
import io.axptoken.server.rehearsal.Rehearsal;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.load.ReferredFiles;
import io.axptoken.server.settings.rules.ProductionRules;
import io.axptoken.service.config.load.EffectiveSettings;
import io.axptoken.service.config.rules.Judgement;
import io.axptoken.service.reload.Generation;
import io.axptoken.service.reload.LongLived;
import io.axptoken.service.reload.Program;
import io.axptoken.service.time.Ticker;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.ServerSSLOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The token server, as the service runs it. To be started once. */
public final class TokenProgram implements Program<Settings> {
  private final Map<String, Handler<HttpServerRequest>> pages;
  private final FailureLog failures = new FailureLog(Ticker.SYSTEM);

  /** With further GET resources by path, such as a playground's pages. */
  public TokenProgram(Map<String, Handler<HttpServerRequest>> pages) {
    this.pages = Map.copyOf(pages);
  }

  @Override
  public String name() {
    return "AXP token server";
  }

  @Override
  public String tracer() {
    return "io.axptoken.server";
  }

  @Override
  public Generation<Settings> first(Settings settings, LongLived lasting) {
    PlatformPlan plan = PlatformPlan.of(settings);
    TokenMetrics metrics = new TokenMetrics(lasting.metrics());
    return TokenGeneration.first(settings, plan, new TokenParts(lasting, failures, metrics, pages));
  }

  @Override
  public Future<?> rehearse(
      Settings settings, LongLived lasting, @Nullable ServerSSLOptions tls, Duration atMost) {
    TokenParts apart = TokenParts.apart(lasting);
    return Rehearsal.play(
        lasting.vertx(),
        lasting.clock(),
        settings,
        staged -> TokenGeneration.first(staged, PlatformPlan.of(staged), apart),
        tls,
        atMost);
  }

  @Override
  public Judgement judge(Settings settings, EffectiveSettings effective) {
    return ProductionRules.judge(settings, effective);
  }

  @Override
  public Set<Path> files(Settings settings) {
    return ReferredFiles.of(settings);
  }

  @Override
  public void stopped() {
    failures.close();
  }

  @Override
  public List<String> warnings(Settings before, Settings now) {
    List<String> warnings = new ArrayList<>();
    List<String> gone =
        new ArrayList<>(before.integrations().stream().map(IntegrationSettings::name).toList());
    now.integrations().forEach(one -> gone.remove(one.name()));
    if (!gone.isEmpty()) {
      warnings.add("These integrations are served no longer: " + String.join(", ", gone) + ".");
    }
    warnings.addAll(ChangedCredentialsHint.hints(before, now));
    return warnings;
  }
}
