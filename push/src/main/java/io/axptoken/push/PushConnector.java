package io.axptoken.push;

import io.axptoken.push.assembly.PushProgram;
import io.axptoken.push.delivery.Dispatcher;
import io.axptoken.push.settings.PushSettings;
import io.axptoken.service.config.load.LiveSettings;
import io.axptoken.service.process.RunningService;
import io.vertx.core.Future;
import java.time.Duration;

/** Starts push connectors. */
public final class PushConnector {
  private PushConnector() {}

  /**
   * Starts one. The future fails when an address cannot be listened on, or the database cannot be
   * used; nothing is left running then.
   */
  public static Future<RunningService<PushSettings>> start(PushSettings settings) {
    return RunningService.start(new PushProgram(Dispatcher.LEASE), settings);
  }

  /** As above, with settings that may change while it runs. */
  public static Future<RunningService<PushSettings>> start(LiveSettings<PushSettings> live) {
    return RunningService.start(new PushProgram(Dispatcher.LEASE), live);
  }

  /** As above, with a lease of another length. */
  static Future<RunningService<PushSettings>> start(
      LiveSettings<PushSettings> live, Duration lease) {
    return RunningService.start(new PushProgram(lease), live);
  }
}
