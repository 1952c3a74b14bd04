package io.axptoken.push.command;

import io.axptoken.push.settings.PushSettings;
import io.axptoken.service.config.load.LiveSettings;
import java.util.concurrent.CompletionStage;

/** Starts a connector; the stage ends when it listens, or with the reason why it does not. */
@FunctionalInterface
public interface ConnectorStarter {
  /** Starts one that runs on after the stage's end, until the process is told to stop. */
  CompletionStage<?> start(LiveSettings<PushSettings> settings);
}
