package io.axptoken.server;

import io.axptoken.server.command.ServerStarter;
import io.axptoken.server.settings.Settings;
import io.axptoken.service.config.load.LiveSettings;
import io.axptoken.service.process.ReloadSignal;
import io.axptoken.service.process.Supervision;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Starts the server of a process that is there for nothing else, and ties the two together. */
public final class ServerProgram implements ServerStarter {
  private @Nullable ReloadSignal reload;

  @Override
  public void prepare() {
    reload = ReloadSignal.hear();
  }

  @Override
  public CompletionStage<?> start(LiveSettings<Settings> settings) {
    ReloadSignal heard = reload == null ? ReloadSignal.hear() : reload;
    return TokenServer.start(settings)
        .onSuccess(server -> Supervision.begin(server, heard))
        .toCompletionStage();
  }
}
