package io.axptoken.server.assembly;

import io.axptoken.server.edge.PublicListener;
import io.axptoken.server.observe.metrics.Reloads.What;
import io.axptoken.server.settings.IntegrationSettings;
import io.axptoken.server.settings.Settings;
import io.axptoken.service.config.LoggingSettings;
import io.axptoken.service.config.load.Protections;
import io.axptoken.service.config.load.RawConfiguration;
import io.axptoken.service.reload.Blocking;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One try at changing over to what is written by now. */
final class ReloadAttempt {
  private static final Logger LOG = System.getLogger(ReloadAttempt.class.getName());

  private final GenerationSwap changeover;
  private final PublicListener listener;
  private final Consumer<LoggingSettings> logging;
  private final Settings started;

  /** Tries with these; {@code started} is what the server was started with. */
  ReloadAttempt(
      GenerationSwap changeover,
      PublicListener listener,
      Consumer<LoggingSettings> logging,
      Settings started) {
    this.started = started;
    this.changeover = changeover;
    this.listener = listener;
    this.logging = logging;
  }

  /**
   * What came of it.
   *
   * @param failures what could not be changed
   * @param files what it depends on
   * @param hasNews whether something changed
   * @param protections what is protected from then on
   */
  record Result(
      List<ReloadFailure> failures, Set<Path> files, boolean hasNews, Protections protections) {
    /** Whether the settings are in force, if perhaps without the certificate. */
    boolean isInForce() {
      return failures.stream().allMatch(failure -> failure.what() == What.TLS);
    }

    /** Answers who asked, if there is nothing to be told otherwise. */
    void tellOfNews(LongLived lasting) {
      if (!hasNews) {
        LOG.log(Level.INFO, "Reloaded: nothing has changed.");
        lasting.reloaded(What.CONFIG, true);
      }
    }

    void tellOfFailures(LongLived lasting) {
      for (ReloadFailure failure : failures) {
        LOG.log(
            Level.WARNING,
            () -> "Not reloaded, what was in force stays so: " + failure.getMessage());
        lasting.reloaded(failure.what(), false);
      }
    }
  }

  /**
   * Tries; the future does not fail but for a bug.
   *
   * @param inForce what was written of what is in force
   * @param protections what that protects
   */
  Future<Result> make(
      RawConfiguration<Settings> next,
      RawConfiguration<Settings> inForce,
      Protections protections) {
    What what = next.says(inForce) ? What.SECRET : What.CONFIG;
    return Blocking.run(
            changeover.generation().lasting().vertx(),
            () -> ValidatedSettings.of(next, what).unlessWeakerThan(protections, what))
        .compose(candidate -> changeTo(candidate, what, protections))
        .recover(failure ->
            failure instanceof ReloadFailure known
                ? Future.succeededFuture(new Result(List.of(known), Set.of(), false, protections))
                : Future.failedFuture(failure));
  }

  private Future<Result> changeTo(ValidatedSettings candidate, What what, Protections protections) {
    Settings before = changeover.generation().settings();
    long changes = changeover.changes();
    return changeover
        .to(candidate.settings(), what, listener)
        .map(failures -> {
          Settings now = changeover.generation().settings();
          if (!now.equals(before)) {
            tellOfChange(candidate, before, now);
          }
          return new Result(
              failures,
              candidate.files(),
              changeover.changes() != changes,
              candidate.protections().after(protections));
        });
  }

  private static void nameThoseGone(Settings before, Settings now) {
    List<String> gone =
        new ArrayList<>(before.integrations().stream().map(IntegrationSettings::name).toList());
    now.integrations().forEach(one -> gone.remove(one.name()));
    if (!gone.isEmpty()) {
      LOG.log(
          Level.WARNING,
          () -> "These integrations are served no longer: " + String.join(", ", gone) + ".");
    }
  }

  private void tellOfChange(ValidatedSettings candidate, Settings before, Settings now) {
    if (!now.logging().equals(before.logging())) {
      logging.accept(now.logging());
    }
    nameThoseGone(before, now);
    candidate.effective().warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
    ChangedCredentialsHint.hints(before, now).forEach(hint -> LOG.log(Level.WARNING, hint));
    List<String> restart = RestartSettings.differing(started, now);
    if (!restart.isEmpty()) {
      LOG.log(
          Level.WARNING,
          () -> "These settings need a restart to change: " + String.join(", ", restart) + ".");
    }
  }
}
