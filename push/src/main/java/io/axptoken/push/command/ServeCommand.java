package io.axptoken.push.command;

import io.axptoken.push.assembly.PushReadiness;
import io.axptoken.push.settings.PushSettings;
import io.axptoken.push.settings.schema.PushSchema;
import io.axptoken.service.command.CommandContext;
import io.axptoken.service.command.ExitCode;
import io.axptoken.service.command.StartFailure;
import io.axptoken.service.config.LoggingSettings;
import io.axptoken.service.config.load.EffectiveSettings;
import io.axptoken.service.config.load.LiveSettings;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.config.load.RawConfiguration;
import io.axptoken.service.config.load.SettingsSource;
import io.axptoken.service.config.rules.Judgement;
import io.axptoken.service.observe.log.Logs;
import io.axptoken.service.observe.log.ServiceIdentity;
import io.axptoken.service.process.Version;
import io.axptoken.service.tls.KeyMaterialException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** {@code serve}: checks the configuration, then starts the connector. */
final class ServeCommand {
  private static final Logger LOG = System.getLogger(ServeCommand.class.getName());

  private final CommandContext surroundings;
  private final ConnectorStarter starter;

  ServeCommand(CommandContext surroundings, ConnectorStarter starter) {
    this.surroundings = surroundings;
    this.starter = starter;
  }

  int run(Options options) {
    SettingsSource<PushSettings> source =
        () ->
            RawConfiguration.read(
                PushSchema.SCHEMA, options.file(), surroundings.environment(), options.overrides());
    RawConfiguration<PushSettings> written = source.read();
    var resolved = written.resolve();
    return switch (resolved.loaded()) {
      case Loaded.Invalid(var problems, var warnings) ->
          Report.problems(surroundings.err(), problems, warnings);
      case Loaded.Valid(var settings, var effective) ->
          serve(
              new LiveSettings<>(
                  settings,
                  effective.protections(),
                  written,
                  resolved.files(),
                  source,
                  logging(options)),
              effective,
              options);
    };
  }

  private static Consumer<LoggingSettings> logging(Options options) {
    ServiceIdentity program = new ServiceIdentity(PushSettings.PROGRAM, Version.current());
    return settings -> Logs.configure(settings, program, options.debug());
  }

  private int serve(LiveSettings<PushSettings> live, EffectiveSettings effective, Options options) {
    Judgement judgement = PushReadiness.judge(live.settings(), effective);
    if (!judgement.refusals().isEmpty()) {
      return Report.problems(surroundings.err(), judgement.refusals(), effective.warnings());
    }
    live.logging().accept(live.settings().logging());
    effective.warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
    judgement.warnings().forEach(finding -> LOG.log(Level.WARNING, finding::toString));
    try {
      CompletableFuture.completedFuture(live).thenCompose(starter::start).join();
      return ExitCode.FINE;
    } catch (CompletionException e) {
      return failed(e.getCause() == null ? e : e.getCause(), options.debug());
    }
  }

  private int failed(Throwable cause, boolean debug) {
    return cause instanceof KeyMaterialException
        ? Report.problems(
            surroundings.err(), List.of(String.valueOf(cause.getMessage())), List.of())
        : new StartFailure(surroundings.err()).report(cause, debug);
  }
}
