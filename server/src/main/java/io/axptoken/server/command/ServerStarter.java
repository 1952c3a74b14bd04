package io.axptoken.server.command;

import io.axptoken.server.config.LiveSettings;
import java.util.concurrent.CompletionStage;

/** Starts the server; the stage ends when it listens, or with the reason why it does not. */
@FunctionalInterface
public interface ServerStarter {
  /** Starts a server that runs on after the stage's end, until the process is told to stop. */
  CompletionStage<?> start(LiveSettings settings);
}
