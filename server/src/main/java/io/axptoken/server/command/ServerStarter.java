package io.axptoken.server.command;

import io.axptoken.server.settings.Settings;
import io.axptoken.service.config.load.LiveSettings;
import java.util.concurrent.CompletionStage;

/** Starts the server; the stage ends when it listens, or with the reason why it does not. */
@FunctionalInterface
public interface ServerStarter {
  /** Hears that a server is to be started: the first thing that is done for it. */
  default void prepare() {}

  /** Starts a server that runs on after the stage's end, until the process is told to stop. */
  CompletionStage<?> start(LiveSettings<Settings> settings);
}
