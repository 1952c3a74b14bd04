package io.axptoken.server;

import io.axptoken.server.assembly.TokenProgram;
import io.axptoken.server.settings.Settings;
import io.axptoken.service.config.load.LiveSettings;
import io.axptoken.service.process.RunningService;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/** Starts token servers. */
public final class TokenServer {
  private TokenServer() {}

  /**
   * Starts one that holds the routes of the token server alone. The future fails when an address
   * cannot be listened on or the TLS files cannot be used; nothing is left running then.
   */
  public static Future<RunningService<Settings>> start(Settings settings) {
    return start(settings, Map.of());
  }

  /** As {@link #start(Settings)}, with settings that may change while it runs. */
  public static Future<RunningService<Settings>> start(LiveSettings<Settings> live) {
    return RunningService.start(new TokenProgram(Map.of()), live);
  }

  /** As {@link #start(Settings)}, with further resources by path, such as a playground's pages. */
  public static Future<RunningService<Settings>> start(
      Settings settings, Map<String, Handler<HttpServerRequest>> pages) {
    return RunningService.start(new TokenProgram(pages), settings);
  }
}
