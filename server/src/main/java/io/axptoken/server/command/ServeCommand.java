package io.axptoken.server.command;

import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.load.ReferredFiles;
import io.axptoken.server.settings.load.SettingsLoader;
import io.axptoken.server.settings.rules.ProductionRules;
import io.axptoken.service.command.CommandContext;
import io.axptoken.service.command.ExitCode;
import io.axptoken.service.command.StartFailure;
import io.axptoken.service.config.LoggingSettings;
import io.axptoken.service.config.load.EffectiveSettings;
import io.axptoken.service.config.load.LiveSettings;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.config.load.RawConfiguration;
import io.axptoken.service.config.load.RawConfiguration.Resolved;
import io.axptoken.service.config.load.SettingsSource;
import io.axptoken.service.config.rules.Judgement;
import io.axptoken.service.observe.log.Logs;
import io.axptoken.service.observe.log.ServiceIdentity;
import io.axptoken.service.process.Version;
import io.axptoken.service.tls.KeyMaterialException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** {@code serve}: checks the configuration, then starts the server. */
final class ServeCommand {
  private static final Logger LOG = System.getLogger(ServeCommand.class.getName());

  private final CommandContext surroundings;
  private final ServerStarter starter;

  ServeCommand(CommandContext surroundings, ServerStarter starter) {
    this.surroundings = surroundings;
    this.starter = starter;
  }

  int run(Options options) {
    starter.prepare();
    Path file = ConfigFile.find(options.config(), surroundings);
    SettingsSource<Settings> source =
        () -> SettingsLoader.read(file, surroundings.environment(), options.overrides());
    RawConfiguration<Settings> written = source.read();
    Resolved<Settings> resolved = written.resolve();
    if (resolved.loaded() instanceof Loaded.Invalid(var problems, var warnings)) {
      return Report.problems(surroundings.err(), problems, warnings);
    }
    var valid = (Loaded.Valid<Settings>) resolved.loaded();
    Set<Path> files = new HashSet<>(resolved.files());
    files.addAll(ReferredFiles.of(valid.settings()));
    return serve(
        new LiveSettings<>(
            valid.settings(),
            valid.effective().protections(),
            written,
            files,
            source,
            logging(options)),
        valid.effective(),
        options);
  }

  private static Consumer<LoggingSettings> logging(Options options) {
    ServiceIdentity program = new ServiceIdentity(Settings.PROGRAM, Version.current());
    return settings -> Logs.configure(settings, program, options.debug());
  }

  private int serve(LiveSettings<Settings> live, EffectiveSettings effective, Options options) {
    Judgement judgement = ProductionRules.judge(live.settings(), effective);
    if (!judgement.refusals().isEmpty()) {
      return Report.problems(surroundings.err(), judgement.refusals(), effective.warnings());
    }
    live.logging().accept(live.settings().logging());
    log(effective, judgement);
    return start(live, options.debug());
  }

  private static void log(EffectiveSettings effective, Judgement judgement) {
    if (LOG.isLoggable(Level.DEBUG)) {
      effective.entries().forEach(entry -> LOG.log(Level.DEBUG, entry::toString));
    }
    effective.warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
    judgement.warnings().forEach(finding -> LOG.log(Level.WARNING, finding::toString));
    judgement.accepted().forEach(finding -> LOG.log(Level.INFO, () -> "Accepted: " + finding));
    judgement.unused().forEach(signOff -> LOG.log(Level.WARNING, () -> Report.unused(signOff)));
  }

  private int start(LiveSettings<Settings> settings, boolean debug) {
    try {
      CompletableFuture.completedFuture(settings).thenCompose(starter::start).join();
      LOG.log(Level.DEBUG, "Started; a signal ends it.");
      return ExitCode.FINE;
    } catch (CompletionException e) {
      return failed(e.getCause() == null ? e : e.getCause(), debug);
    }
  }

  private int failed(Throwable cause, boolean debug) {
    if (cause instanceof KeyMaterialException) {
      return Report.problems(surroundings.err(), List.of(String.valueOf(cause.getMessage())));
    }
    return new StartFailure(surroundings.err()).report(cause, debug);
  }
}
