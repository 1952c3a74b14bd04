package io.axptoken.push.assembly;

import io.axptoken.push.settings.PushSettings;
import io.axptoken.service.http.Surface;
import io.axptoken.service.observe.health.HealthReport;
import io.axptoken.service.reload.Generation;
import io.axptoken.service.reload.ReloadSubject;
import java.util.Optional;

/** The connector made of one configuration; the engine goes on under the next one. */
final class PushGeneration implements Generation<PushSettings> {
  private final PushSettings settings;
  private final Engine engine;
  private final Surface surface;

  PushGeneration(PushSettings settings, Engine engine) {
    this.settings = settings;
    this.engine = engine;
    this.surface = engine.surface(settings);
  }

  @Override
  public PushSettings settings() {
    return settings;
  }

  @Override
  public Surface surface() {
    return surface;
  }

  @Override
  public Optional<Generation<PushSettings>> next(PushSettings next, ReloadSubject what) {
    return next.equals(settings) ? Optional.empty() : Optional.of(new PushGeneration(next, engine));
  }

  @Override
  public void enforce() {
    engine.take(settings);
  }

  @Override
  public void describe(HealthReport report) {
    engine.describe(report);
  }

  @Override
  public void close() {
    engine.close();
  }
}
