package io.axptoken.push.assembly;

import io.axptoken.push.settings.PushSettings;
import io.axptoken.service.config.load.EffectiveSettings;
import io.axptoken.service.config.rules.Judgement;
import io.axptoken.service.reload.Generation;
import io.axptoken.service.reload.LongLived;
import io.axptoken.service.reload.Program;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The push connector, as the service runs it. To be started once. */
public final class PushProgram implements Program<PushSettings> {
  private final Duration lease;
  private volatile @Nullable Engine engine;

  /**
   * One that leases rows for so long.
   *
   * @param lease more than a send may take, twice
   */
  public PushProgram(Duration lease) {
    this.lease = lease;
  }

  @Override
  public String name() {
    return "AXP push connector";
  }

  @Override
  public String tracer() {
    return "io.axptoken.push";
  }

  @Override
  public Generation<PushSettings> first(PushSettings settings, LongLived lasting) {
    Engine started = new Engine(settings, lasting, lease);
    engine = started;
    return new PushGeneration(settings, started);
  }

  @Override
  public Judgement judge(PushSettings settings, EffectiveSettings effective) {
    return PushReadiness.judge(settings, effective);
  }

  @Override
  public Future<?> finish() {
    Engine running = engine;
    return running == null ? Future.succeededFuture() : running.finish();
  }

  @Override
  public List<String> warnings(PushSettings before, PushSettings now) {
    List<String> warnings = new ArrayList<>();
    boolean same =
        before.database().equals(now.database())
            && before.dataDirectory().equals(now.dataDirectory())
            && before.fcm().baseUrl().equals(now.fcm().baseUrl());
    if (!same) {
      warnings.add("database, dataDirectory and fcm.baseUrl need a restart to take effect.");
    }
    return warnings;
  }
}
