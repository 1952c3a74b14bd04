package io.axptoken.server.command;

import io.axptoken.server.config.EffectiveSettings;
import io.axptoken.server.config.ProductionRules;
import io.axptoken.server.config.ProductionRules.Judgement;
import io.axptoken.server.config.Settings;
import io.axptoken.server.config.SettingsLoader;
import io.axptoken.server.config.SettingsLoader.Loaded;
import io.axptoken.server.observe.Logs;
import io.axptoken.server.tls.KeyMaterialException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** {@code serve}: checks the configuration, then starts the server. */
final class ServeCommand {
  private static final Logger LOG = System.getLogger(ServeCommand.class.getName());

  private final Surroundings surroundings;
  private final ServerStarter starter;

  ServeCommand(Surroundings surroundings, ServerStarter starter) {
    this.surroundings = surroundings;
    this.starter = starter;
  }

  int run(Options options) {
    Loaded loaded =
        SettingsLoader.load(
            ConfigFile.find(options.config(), surroundings),
            surroundings.environment(),
            options.overrides());
    return switch (loaded) {
      case Loaded.Invalid(var problems, var warnings) ->
          Report.problems(surroundings.err(), problems, warnings);
      case Loaded.Valid(var settings, var effective) -> serve(settings, effective, options);
    };
  }

  private int serve(Settings settings, EffectiveSettings effective, Options options) {
    Judgement judgement = ProductionRules.judge(settings, effective);
    if (!judgement.refusals().isEmpty()) {
      return Report.problems(surroundings.err(), judgement.refusals(), effective.warnings());
    }
    Logs.configure(settings.logging(), Version.current(), options.debug());
    log(effective, judgement);
    return start(settings, options.debug());
  }

  private static void log(EffectiveSettings effective, Judgement judgement) {
    effective.entries().forEach(entry -> LOG.log(Level.DEBUG, entry::toString));
    effective.warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
    judgement.warnings().forEach(finding -> LOG.log(Level.WARNING, finding::toString));
    judgement.accepted().forEach(finding -> LOG.log(Level.INFO, () -> "Accepted: " + finding));
    judgement.unused().forEach(signOff -> LOG.log(Level.WARNING, () -> Report.unused(signOff)));
  }

  private int start(Settings settings, boolean debug) {
    try {
      CompletableFuture.completedFuture(settings).thenCompose(starter::start).join();
      LOG.log(Level.DEBUG, "Started; a signal to end will be heeded.");
      return ExitCode.FINE;
    } catch (CompletionException e) {
      return failed(e.getCause() == null ? e : e.getCause(), debug);
    }
  }

  private int failed(Throwable cause, boolean debug) {
    if (cause instanceof KeyMaterialException) {
      return Report.problems(surroundings.err(), List.of(String.valueOf(cause.getMessage())));
    }
    surroundings
        .err()
        .println(
            "The server could not start: "
                + (cause instanceof CannotListen ? cause.getMessage() : cause));
    if (debug) {
      cause.printStackTrace(surroundings.err());
    }
    return ExitCode.FAILED;
  }
}
