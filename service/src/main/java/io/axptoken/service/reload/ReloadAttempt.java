package io.axptoken.service.reload;

import io.axptoken.service.config.LoggingSettings;
import io.axptoken.service.config.ServiceSettings;
import io.axptoken.service.config.load.Protections;
import io.axptoken.service.config.load.RawConfiguration;
import io.axptoken.service.http.Listener;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One try at putting in force what is written by now.
 *
 * @param <S> the settings
 */
final class ReloadAttempt<S extends ServiceSettings> {
  private static final Logger LOG = System.getLogger(ReloadAttempt.class.getName());

  private final Program<S> program;
  private final GenerationSwap<S> swap;
  private final Listener listener;
  private final Consumer<LoggingSettings> logging;
  private final S started;

  /** Tries with these; {@code started} is what the server was started with. */
  ReloadAttempt(
      Program<S> program,
      GenerationSwap<S> swap,
      Listener listener,
      Consumer<LoggingSettings> logging,
      S started) {
    this.program = program;
    this.started = started;
    this.swap = swap;
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
      return failures.stream().allMatch(failure -> failure.what() == ReloadSubject.TLS);
    }

    /** Answers who asked, if there is nothing to be said otherwise. */
    void reportNoNews(ReloadCounts counts) {
      if (!hasNews) {
        LOG.log(Level.INFO, "Reloaded: nothing has changed.");
        counts.succeeded(ReloadSubject.CONFIG);
      }
    }

    void reportFailures(ReloadCounts counts) {
      for (ReloadFailure failure : failures) {
        LOG.log(
            Level.WARNING,
            () -> "Not reloaded, what was in force stays so: " + failure.getMessage());
        counts.failed(failure.what());
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
      RawConfiguration<S> next, RawConfiguration<S> inForce, Protections protections) {
    ReloadSubject what = next.says(inForce) ? ReloadSubject.SECRET : ReloadSubject.CONFIG;
    return Blocking.run(
            swap.lasting().vertx(),
            () -> ValidatedSettings.of(program, next, what).unlessWeakerThan(protections, what))
        .compose(candidate -> changeTo(candidate, what, protections))
        .recover(failure ->
            failure instanceof ReloadFailure known
                ? Future.succeededFuture(new Result(List.of(known), Set.of(), false, protections))
                : Future.failedFuture(failure));
  }

  private Future<Result> changeTo(
      ValidatedSettings<S> candidate, ReloadSubject what, Protections protections) {
    S before = swap.generation().settings();
    long changes = swap.changes();
    return swap.to(candidate.settings(), what, listener)
        .map(failures -> {
          S now = swap.generation().settings();
          if (!now.equals(before)) {
            report(candidate, before, now);
          }
          return new Result(
              failures,
              candidate.files(),
              swap.changes() != changes,
              candidate.protections().after(protections));
        });
  }

  private void report(ValidatedSettings<S> candidate, S before, S now) {
    if (!now.logging().equals(before.logging())) {
      logging.accept(now.logging());
    }
    candidate.effective().warnings().forEach(ReloadAttempt::warn);
    program.warnings(before, now).forEach(ReloadAttempt::warn);
    List<String> restart = RestartSettings.differing(started, now);
    if (!restart.isEmpty()) {
      warn("These settings need a restart to change: " + String.join(", ", restart) + ".");
    }
  }

  private static void warn(String line) {
    LOG.log(Level.WARNING, line);
  }
}
